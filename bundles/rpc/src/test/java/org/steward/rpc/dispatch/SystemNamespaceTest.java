package org.steward.rpc.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steward.rpc.RpcBench;
import org.steward.rpc.Wire.FaultAnswer;

class SystemNamespaceTest {
  /** What Supervisor 4.2.5 answered for each method it lists, in its order. */
  private static final String GOLDEN =
      """
      supervisor.addProcessGroup boolean string
      supervisor.clearAllProcessLogs array
      supervisor.clearLog boolean
      supervisor.clearProcessLog boolean string
      supervisor.clearProcessLogs boolean string
      supervisor.getAPIVersion string
      supervisor.getAllConfigInfo array
      supervisor.getAllProcessInfo array
      supervisor.getIdentification string
      supervisor.getPID int
      supervisor.getProcessInfo struct string
      supervisor.getState struct
      supervisor.getSupervisorVersion string
      supervisor.getVersion string
      supervisor.readLog string int int
      supervisor.readMainLog string int int
      supervisor.readProcessLog string string int int
      supervisor.readProcessStderrLog string string int int
      supervisor.readProcessStdoutLog string string int int
      supervisor.reloadConfig array
      supervisor.removeProcessGroup boolean string
      supervisor.restart boolean
      supervisor.sendProcessStdin boolean string string
      supervisor.sendRemoteCommEvent boolean string string
      supervisor.shutdown boolean
      supervisor.signalAllProcesses array string
      supervisor.signalProcess boolean string string
      supervisor.signalProcessGroup array string string
      supervisor.startAllProcesses array boolean
      supervisor.startProcess boolean string boolean
      supervisor.startProcessGroup array string boolean
      supervisor.stopAllProcesses array boolean
      supervisor.stopProcess boolean string boolean
      supervisor.stopProcessGroup array string boolean
      supervisor.tailProcessLog array string int int
      supervisor.tailProcessStderrLog array string int int
      supervisor.tailProcessStdoutLog array string int int
      system.listMethods array
      system.methodHelp string string
      system.methodSignature array string
      system.multicall array array
      """;

  private final RpcBench bench = new RpcBench();

  @Test
  void methodsAndSignaturesAreSupervisors() {
    Map<String, List<String>> golden = new LinkedHashMap<>();
    GOLDEN
        .lines()
        .forEach(
            line -> {
              List<String> words = List.of(line.split(" "));
              golden.put(words.getFirst(), words.subList(1, words.size()));
            });
    assertThat(bench.call("system.listMethods")).isEqualTo(List.copyOf(golden.keySet()));
    golden.forEach(
        (method, signature) ->
            assertThat(bench.call("system.methodSignature", method))
                .as(method)
                .isEqualTo(signature));
  }

  @Test
  void everyMethodHelpsInTheShapeClientsParse() {
    for (Object method : (List<?>) bench.call("system.listMethods")) {
      String help = (String) bench.call("system.methodHelp", method);
      List<?> signature = (List<?>) bench.call("system.methodSignature", method);
      assertThat(help.lines().filter(line -> line.startsWith("@param ")))
          .as("%s", method)
          .hasSize(signature.size() - 1)
          .zipSatisfy(
              signature.subList(1, signature.size()),
              (line, type) -> assertThat(line).startsWith("@param " + type + " "));
      assertThat(help.lines().filter(line -> line.startsWith("@return ")))
          .as("%s", method)
          .singleElement()
          .asString()
          .startsWith("@return " + signature.getFirst() + " ");
    }
  }

  @Test
  void unknownMethodsHaveNeitherHelpNorSignature() {
    FaultAnswer unsupported = new FaultAnswer(4, "SIGNATURE_UNSUPPORTED");
    assertThat(bench.call("system.methodHelp", "no.such")).isEqualTo(unsupported);
    assertThat(bench.call("system.methodSignature", "no.such")).isEqualTo(unsupported);
    assertThat(bench.call("system.methodHelp", 5)).isEqualTo(unsupported);
    assertThat(bench.call("system.methodHelp"))
        .isEqualTo(new FaultAnswer(2, "INCORRECT_PARAMETERS"));
  }
}
