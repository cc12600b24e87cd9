package org.steward.rpc.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcEndpoint.Caller;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.rpc.ConfigNamespace;
import org.steward.rpc.RpcBench;
import org.steward.rpc.Wire.FaultAnswer;

/** Who may call what, and what is written down of it. */
class RolesTest {
  private static final Caller READER = new Caller("eve", "10.0.0.9", Role.READ);
  private static final Caller OPERATOR = new Caller("bob", "unix", Role.OPERATE);

  private final RpcBench bench = new RpcBench();

  /** A plugin that says nothing of roles but once, and asks who calls. */
  static final class Plugin implements RpcNamespace {
    @RpcMethod(help = "")
    public String undeclared() {
      return "done";
    }

    @RpcMethod(help = "", role = Role.READ)
    public String whoCalls(String greeting, Caller caller) {
      return greeting + " " + caller.user();
    }
  }

  private static Map<String, Object> call(String method, Object... params) {
    return Map.of("methodName", method, "params", List.of(params));
  }

  /** Kept by hand: a method that becomes callable by more people shall be noticed. */
  @Test
  void everyMethodHasTheRoleItShouldHave() {
    assertThat(methodsOf(Role.ADMIN))
        .containsExactly(
            "supervisor.addProcessGroup",
            "supervisor.clearLog",
            "supervisor.reloadConfig",
            "supervisor.removeProcessGroup",
            "supervisor.restart",
            "supervisor.shutdown");
    assertThat(methodsOf(Role.OPERATE))
        .containsExactly(
            "supervisor.clearAllProcessLogs",
            "supervisor.clearProcessLog",
            "supervisor.clearProcessLogs",
            "supervisor.sendProcessStdin",
            "supervisor.sendRemoteCommEvent",
            "supervisor.signalAllProcesses",
            "supervisor.signalProcess",
            "supervisor.signalProcessGroup",
            "supervisor.startAllProcesses",
            "supervisor.startProcess",
            "supervisor.startProcessGroup",
            "supervisor.stopAllProcesses",
            "supervisor.stopProcess",
            "supervisor.stopProcessGroup");
    assertThat(methodsOf(Role.READ))
        .allMatch(name -> name.matches("system\\..*|supervisor\\.(get|read|tail).*"));
  }

  private List<String> methodsOf(Role role) {
    NamespaceRegistry registry = bench.stack.registry();
    return registry.methodNames().stream()
        .filter(name -> registry.method(name).orElseThrow().role() == role)
        .toList();
  }

  @Test
  void whoMayNotCallIsToldWhatItTakes() {
    assertThat(bench.callAs(READER, "supervisor.shutdown"))
        .isEqualTo(
            new FaultAnswer(
                403, "FORBIDDEN: supervisor.shutdown: it takes the role admin, yours is read"));
    assertThat(bench.supervisor.orders).isEmpty();
    assertThat(bench.supervisor.lines)
        .containsExactly(
            "WARN audit: eve from 10.0.0.9 by rpc: supervisor.shutdown refused: it takes the role"
                + " admin, yours is read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"getPID", "getState", "getAllProcessInfo", "getAPIVersion"})
  void whoMayReadReads(String method) {
    assertThat(bench.callAs(READER, "supervisor." + method)).isNotInstanceOf(FaultAnswer.class);
    assertThat(bench.supervisor.lines).isEmpty();
  }

  @Test
  void eachCallOfSeveralIsJudgedOnItsOwn() {
    assertThat(
            bench.callAs(
                OPERATOR,
                "system.multicall",
                List.of(
                    call("supervisor.restart"),
                    call("supervisor.sendRemoteCommEvent", "a", "secret"),
                    call("supervisor.getPID"))))
        .isEqualTo(
            List.of(
                Map.of(
                    "faultCode",
                    403,
                    "faultString",
                    "FORBIDDEN: supervisor.restart: it takes the role admin, yours is operate"),
                true,
                4711));
    assertThat(bench.supervisor.lines)
        .hasSize(2)
        .contains("INFO audit: bob from unix by rpc: supervisor.sendRemoteCommEvent a");
  }

  @Test
  void methodsOfPluginsAreForAdministratorsUnlessTheySayOtherwise() {
    bench.stack.registry().add("plugin", new Plugin());
    assertThat(bench.callAs(OPERATOR, "plugin.undeclared")).isInstanceOf(FaultAnswer.class);
    assertThat(bench.call("plugin.undeclared")).isEqualTo("done");
    assertThat(bench.callAs(READER, "plugin.whoCalls", "hello")).isEqualTo("hello eve");
    assertThat(bench.callAs(READER, "plugin.whoCalls", "hello", "root"))
        .isEqualTo(new FaultAnswer(2, "INCORRECT_PARAMETERS"));
    assertThat(bench.callAs(READER, "system.methodSignature", "plugin.whoCalls"))
        .isEqualTo(List.of("string", "string"));
  }

  @Test
  void whatChangesNothingIsNotWrittenDown() {
    bench.stack.registry().add("config", new ConfigNamespace(bench.supervisor));
    assertThat(bench.callAs(OPERATOR, "config.plan")).isInstanceOf(FaultAnswer.class);
    bench.supervisor.lines.clear();
    assertThat(bench.call("config.plan")).isEqualTo(List.of());
    assertThat(bench.supervisor.lines).isEmpty();
  }

  @Test
  void changesAreWrittenDownWithWhatTheyFailedOf() {
    bench.callAs(OPERATOR, "supervisor.clearProcessLogs", "no\nsuch");
    assertThat(bench.supervisor.lines)
        .containsExactly(
            "INFO audit: bob from unix by rpc: supervisor.clearProcessLogs no?such",
            "INFO audit: bob from unix by rpc: supervisor.clearProcessLogs no?such failed: BAD_NAME:"
                + " no?such");
  }
}
