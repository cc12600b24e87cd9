package org.steward.ctl.pidproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs pidproxy as a process of its own, with real children and signals. */
@Timeout(60)
class PidProxyTest {

  /** Writes its pid, then the name of every signal it gets, until TERM, INT or QUIT. */
  private static final String CHILD =
      """
      for s in HUP USR1 USR2; do trap "echo got $s" $s; done
      for s in TERM INT QUIT; do trap "echo got $s; exit 3" $s; done
      echo $$ > "$0.new" && mv "$0.new" "$0"
      echo ready "$@"
      while :; do sleep 1000 & wait; kill $! 2>/dev/null; done
      """;

  @TempDir Path directory;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void killWhatIsLeft() {
    started.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
    started.forEach(Process::destroyForcibly);
  }

  private Path pidfile() {
    return directory.resolve("pid");
  }

  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:-MaxFDLimit", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "org.steward.ctl.Main", "pidproxy"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("STEWARD_KEPT_JAVA_TOOL_OPTIONS", "-Dkept=1");
    builder.environment().put("STEWARD_KEPT_LC_ALL", "C");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static void signal(String name, long pid) throws Exception {
    new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid).start().waitFor();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "QUIT"})
  void signalsThatEndArePassedOnAndEndPidproxyToo(String name) throws Exception {
    Process process =
        start(pidfile().toString(), "/bin/sh", "-c", CHILD, pidfile().toString(), "a  b ü", "c");
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).isEqualTo("ready a  b ü c");
    signal(name, process.pid());
    assertThat(out.readLine()).isEqualTo("got " + name);
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void otherSignalsArePassedOnAndPidproxyStays() throws Exception {
    Process process = start(pidfile().toString(), "/bin/sh", "-c", CHILD, pidfile().toString());
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).startsWith("ready");
    for (String name : List.of("HUP", "USR1", "USR2", "HUP")) {
      signal(name, process.pid());
      assertThat(out.readLine()).isEqualTo("got " + name);
    }
    signal("TERM", Long.parseLong(Files.readString(pidfile()).strip()));
    assertThat(out.readLine()).isEqualTo("got TERM");
    // The child's own exit status is not handed on: it never was.
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void aSignalWithoutAPidfileIsReportedAndSurvived() throws Exception {
    Process process = start(directory + "/none", "/bin/sh", "-c", CHILD, pidfile().toString());
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).startsWith("ready");
    signal("TERM", process.pid());
    assertThat(out.readLine()).contains("the pidfile " + directory + "/none does not exist");
    assertThat(process.isAlive()).isTrue();
    signal("TERM", Long.parseLong(Files.readString(pidfile()).strip()));
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void theChildStartsWithDefaultSignalsItsOwnEnvironmentAndNoFurtherFiles() throws Exception {
    String script =
        "grep -E 'Sig(Blk|Ign)' /proc/self/status; env | grep -E 'JAVA_SR|RELAUNCH|KEPT|TOOL_OPTIONS|LC_ALL' | sort; ls /proc/self/fd";
    Process process = start(pidfile().toString(), "/bin/sh", "-c", script);
    List<String> lines = process.inputReader().lines().toList();
    assertThat(lines)
        .containsExactly(
            "SigBlk:\t0000000000000000",
            "SigIgn:\t0000000000000000",
            "JAVA_TOOL_OPTIONS=-Dkept=1",
            "LC_ALL=C",
            "0",
            "1",
            "2",
            "3"); // ls's own
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aCommandThatCannotBeStartedIsReported() throws Exception {
    Process process = start(pidfile().toString(), "/nonexistent/program");
    assertThat(process.inputReader().lines())
        .containsExactly("pidproxy: cannot start /nonexistent/program: No such file or directory");
    assertThat(process.waitFor()).isEqualTo(127);
  }

  @Test
  void tooFewArgumentsShowTheUsage() throws Exception {
    Process process = start(pidfile().toString());
    assertThat(process.inputReader().lines()).anyMatch(line -> line.startsWith("Usage: pidproxy"));
    assertThat(process.waitFor()).isEqualTo(1);
  }
}
