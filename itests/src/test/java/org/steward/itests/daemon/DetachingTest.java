package org.steward.itests.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** Without {@code -n} the daemon leaves whoever started it. */
class DetachingTest {

  private static final String CONFIGURATION =
      """
      [supervisord]
      directory=/usr
      umask=027

      [program:sleeper]
      command=sleep 1000
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private static Command.Result detach(Daemon daemon, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "-c";
    arguments[1] = daemon.file("supervisord.conf").toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return daemon.command(arguments).run();
  }

  private static Proc detached(Daemon daemon) {
    Await.until("the pid file is written", () -> daemon.read("supervisord.pid").endsWith("\n"));
    return new Proc(Long.parseLong(daemon.read("supervisord.pid").strip()));
  }

  @Test
  void theStarterIsToldZeroOnceTheDaemonIsUp() {
    Daemon daemon = sandbox.steward(CONFIGURATION);
    assertThat(detach(daemon)).isEqualTo(new Command.Result(0, "", ""));
    assertThat(daemon.read("supervisord.pid")).matches("\\d+\n");
    assertThat(daemon.read("supervisord.log")).contains("supervisord started with pid");
    assertThat(detached(daemon).isAlive()).isTrue();
  }

  @Test
  void theDaemonIsApartFromItsStarterAsTheOriginalIs() {
    Daemon steward = sandbox.steward(CONFIGURATION);
    Daemon debian = sandbox.debian(CONFIGURATION);
    detach(steward);
    detach(debian);
    Proc ours = detached(steward);
    Proc theirs = detached(debian);
    for (Proc daemon : List.of(ours, theirs)) {
      assertThat(daemon.parent()).isEqualTo(theirs.parent());
      assertThat(daemon.group())
          .isEqualTo(daemon.session())
          .isNotEqualTo(new Proc(ProcessHandle.current().pid()).session());
      assertThat(daemon.status("Umask")).isEqualTo("0027");
      assertThat(daemon.link("cwd")).isEqualTo("/usr");
      assertThat(List.of(daemon.link("fd/0"), daemon.link("fd/1"), daemon.link("fd/2")))
          .containsOnly("/dev/null");
    }
    Await.until(
        "both run it",
        () ->
            steward.log().toString().contains("success: sleeper")
                && debian.log().toString().contains("success: sleeper"));
    assertThat(steward.child("sleeper").status("Umask"))
        .isEqualTo(debian.child("sleeper").status("Umask"));
    assertThat(steward.child("sleeper").link("cwd")).isEqualTo(debian.child("sleeper").link("cwd"));
    assertThat(steward.environment("sleeper")).isEqualTo(debian.environment("sleeper"));
    ours.signal("TERM");
    Await.until("it ends", () -> !ours.isAlive());
    assertThat(steward.file("supervisord.pid")).doesNotExist();
  }

  @Test
  void aBadConfigurationIsToldToTheStarter() {
    Daemon daemon = sandbox.steward("[program:x]\ncommand=cat\nstartsecs=soon\n");
    Command.Result refused = detach(daemon);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("startsecs");
    assertThat(sandbox.processes()).isEmpty();
  }

  @Test
  void whatFailsAfterTheForkIsToldToTheStarterToo() {
    Daemon daemon = sandbox.steward("");
    Command.Result refused = detach(daemon, "-l", "/proc/no/such/log");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).isNotEmpty();
    assertThat(sandbox.processes()).isEmpty();
  }
}
