package org.steward.ctl.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.ctl.compare.Side.Outcome;

/**
 * Gives the same command lines to Debian's supervisorctl and to ours, each with a Debian
 * supervisord of its own, and compares what they print and how they end. Help texts are in our own
 * words, so of these only the first line counts.
 */
@Tag("clients")
class SupervisorctlAgainstSupervisorTest {

  @TempDir Path directory;

  private Side theirs;
  private Side ours;

  @BeforeEach
  void start() throws IOException {
    theirs = Side.theirs(directory.resolve("theirs"));
    ours = Side.ours(directory.resolve("ours"));
    theirs.sandbox().awaitStart();
    ours.sandbox().awaitStart();
  }

  @AfterEach
  void stop() {
    theirs.sandbox().stop();
    ours.sandbox().stop();
    theirs.sandbox().awaitEnd();
    ours.sandbox().awaitEnd();
  }

  private void same(String... args) {
    compare(side -> side.run("", List.of(args)), Normal::of, args);
  }

  private void sameWithInput(String input, String... args) {
    compare(side -> side.run(input, List.of(args)), Normal::of, args);
  }

  private void sameFirstLine(String... args) {
    compare(side -> side.run("", List.of(args)), out -> out.lines().findFirst().orElse(""), args);
  }

  /** For orders whose lines come as the processes end. */
  private void sameInAnyOrder(String... args) {
    compare(
        side -> side.run("", List.of(args)),
        out -> Normal.of(out).lines().sorted().toList().toString(),
        args);
  }

  private void sameAfterInterrupt(String awaited, String... args) {
    compare(side -> side.interrupt(awaited, List.of(args)), Normal::of, args);
  }

  private void compare(Function<Side, Outcome> run, UnaryOperator<String> normal, String... args) {
    CompletableFuture<Outcome> other = CompletableFuture.supplyAsync(() -> run.apply(theirs));
    Outcome actual = run.apply(ours);
    Outcome expected = other.join();
    assertThat(normal.apply(actual.out()))
        .as("output of %s", List.of(args))
        .isEqualTo(normal.apply(expected.out()));
    assertThat(actual.status()).as("exit status of %s", List.of(args)).isEqualTo(expected.status());
  }

  @Test
  void statusAndPid() {
    same("status");
    same("status", "all");
    same("status", "cat", "worker:*", "worker:worker_1");
    same("status", "nope");
    same("status", "nope:*", "cat", "worker:nope", "worker:");
    same("status;");
    same("pid");
    same("pid", "cat", "worker:worker_0");
    same("pid", "late");
    same("pid", "nope", "cat");
    same("pid", "all");
    same("avail");
    same("version");
  }

  @Test
  void startAndStop() {
    same("start", "late");
    same("start", "late");
    same("start", "missing", "noexec", "quick", "nope", "cat");
    same("start", "quick");
    same("start", "worker:*");
    same("start", "nope:*");
    same("start", "nope:nope", "nope:*", "late");
    same("stop", "late", "late", "nope");
    sameInAnyOrder("stop", "worker:*");
    sameInAnyOrder("stop", "worker:*");
    same("stop", "nope:*");
    same("start", "worker:worker_0", "worker:");
    same("restart", "late");
    sameInAnyOrder("restart", "cat", "worker:*", "nope");
    same("restart", "nope:*");
    sameInAnyOrder("stop", "all");
    same("status");
    sameInAnyOrder("start", "all");
    sameInAnyOrder("restart", "all");
  }

  @Test
  void signal() {
    same("signal", "CONT", "cat");
    same("signal", "SIGCONT", "cat", "late", "nope");
    same("signal", "18", "cat");
    same("signal", "FOO", "cat");
    same("signal", "CONT", "worker:*");
    same("signal", "CONT", "nope:*");
    same("signal", "FOO", "worker:*");
    same("signal", "CONT", "all");
    same("signal", "FOO", "all");
  }

  @Test
  void logs() {
    same("tail", "talk");
    same("tail", "-3", "talk");
    same("tail", "-3", "talk", "stderr");
    same("tail", "talk", "STDERR");
    same("tail", "silent");
    same("tail", "late");
    same("tail", "nope");
    same("tail", "talk", "xx");
    same("tail", "-3", "talk", "xx");
    same("tail", "-x", "talk");
    same("tail", "--3", "talk");
    same("tail", "-f");
    same("tail", "worker:*");
    same("maintail", "-1");
    same("maintail", "x");
    same("maintail", "-x");
    same("clear", "talk");
    same("tail", "talk");
    same("clear", "nope", "worker:*", "worker:nope");
    same("clear", "all");
  }

  @Test
  void followedLogs() {
    sameAfterInterrupt("hello", "tail", "-f", "talk");
    sameAfterInterrupt("oops", "tail", "-f", "talk", "stderr");
    same("tail", "-f", "nope");
  }

  @Test
  void foreground() {
    // What can be attached to is left out: theirs takes half a minute to end after Ctrl-C.
    same("fg", "a", "b");
    same("fg", "nope");
    same("fg", "late");
  }

  @Test
  void wrongUse() {
    for (String action : List.of("start", "stop", "restart", "signal", "clear", "tail", "fg")) {
      sameFirstLine(action);
    }
    for (String action : List.of("avail", "reread", "reload", "shutdown", "version")) {
      sameFirstLine(action, "x");
    }
    sameFirstLine("tail", "-1", "a", "b", "c");
    sameFirstLine("maintail", "-1", "-2");
    sameFirstLine("signal", "HUP");
    same("add");
    same("remove");
    same("bogus", "x");
    same("!ls");
    same("help", "nope");
    same("exit");
    same("quit");
    same("EOF");
    same("open", "foo");
  }

  @Test
  void changedConfiguration() throws IOException {
    same("reread");
    same("update");
    String changed =
        Sandbox.programs()
                .replace(
                    "[program:silent]\ncommand=/bin/sleep 1000",
                    "[program:silent]\ncommand=/bin/sleep 2000")
                .replace("[program:talk]", "[program:talk2]")
            + "[program:fresh]\ncommand=/bin/sleep 1000\nstartsecs=0\n";
    theirs.sandbox().configure(changed);
    ours.sandbox().configure(changed);
    same("reread");
    same("avail");
    same("add", "fresh", "fresh", "nope");
    same("remove", "fresh", "nope");
    same("stop", "fresh");
    same("remove", "fresh");
    same("update", "fresh", "bogus");
    same("update");
    same("status");
    theirs.sandbox().configure("[program:x]\n");
    ours.sandbox().configure("[program:x]\n");
    same("reread");
    same("update");
  }

  @Test
  void scripts() {
    sameWithInput("");
    sameWithInput("pid cat\n\nbogus\n  status nope  \nstop cat");
    sameWithInput("shutdown\nn\nreload\nno\npid nope\nexit\nstart cat\n");
    sameWithInput("open foo\nopen TCP_URL\nversion\n");
    sameWithInput("shutdown\n");
    sameWithInput("n\n", "-i", "shutdown");
  }

  @Test
  void otherServers() {
    for (String action :
        List.of(
            "status",
            "pid",
            "stop cat",
            "update",
            "reread",
            "avail",
            "add x",
            "shutdown",
            "reload",
            "tail cat")) {
      same("-s", "unix://DIRECTORY/none.sock", action);
      same("-s", "http://127.0.0.1:9", action);
    }
    same("-s", "unix://DIRECTORY/s.conf", "pid");
    same("-s", "ftp://x", "status");
    same("-s", "TCP_URL", "status");
    same("-s", "TCP_URL", "update");
    same("-s", "TCP_URL", "-u", "me", "-p", Sandbox.PASSWORD, "status");
    same("-s", "TCP_URL", "--username=me", "--pass", "wrong", "pid");
    sameAfterInterrupt(
        "hello", "-s", "TCP_URL", "-u", "me", "-p", Sandbox.PASSWORD, "tail", "-f", "talk");
  }

  @Test
  void commandLinesThatCannotBeUsed() {
    same("-x");
    same("--nope");
    same("--help=1");
    same("-s");
    same("-s", "foo", "pid");
    same("-s", "a://b", "-s", "c://d", "pid");
    same("-c", "/nonexistent", "pid");
    same("--h");
  }

  @Test
  void theEndOfTheServer() {
    same("shutdown");
    theirs.sandbox().awaitEnd();
    ours.sandbox().awaitEnd();
    same("status");
    same("shutdown");
  }
}
