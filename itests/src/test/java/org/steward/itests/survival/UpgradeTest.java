package org.steward.itests.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Figures;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/** Another version takes the daemon's place while its programs run. */
@Timeout(300)
class UpgradeTest {
  private static final int UPGRADES = 4;
  private static final Pattern GAP = Pattern.compile("nobody looked after .* for (\\d+) ms");

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void nothingIsLostAndNobodyNoticesThroughManyUpgrades() throws Exception {
    Daemon daemon =
        start(
            Rpc.SECTIONS
                + Writers.sections()
                + """
                  [program:marked]
                  command=python3 %(ENV_PROGRAMS)s/numbered.py marked %(here)s/marked.count
                  stdout_capture_maxbytes=1MB

                  [eventlistener:ear]
                  command=python3 %(ENV_PROGRAMS)s/ear.py %(here)s/heard
                  events=PROCESS_COMMUNICATION,REMOTE_COMMUNICATION
                  buffer_size=10000

                  [program:mayfly]
                  command=sh -c "sleep 0.2; exit 7"
                  startsecs=0
                  autorestart=true
                  exitcodes=7
                  """);
    Writers writers = Writers.of(daemon);
    Proc ear = daemon.awaitRunning("ear");
    daemon.awaitRunning("marked");
    long pid = daemon.proc().pid();
    Path directory = sandbox.directory();
    List<Long> gaps = new ArrayList<>();
    long silence;
    try (Caller caller = new Caller(daemon.file("s.sock"))) {
      for (int i = 1; i <= UPGRADES; i++) {
        new Installations(sandbox).use(i % 2 == 0 ? "v1" : "v2");
        Command.Result upgraded = daemon.ctl("upgrade");
        assertThat(upgraded.out())
            .as("%s\n%s", upgraded, daemon.seen())
            .startsWith("upgraded from");
        assertThat(upgraded.status()).isZero();
        daemon.awaitLog("nobody looked after", i);
        writers.assertUntouched();
      }
      assertThat(caller.refused()).isZero();
      silence = caller.longestSilenceMillis();
    }
    assertThat(daemon.proc().pid()).isEqualTo(pid);
    assertThat(daemon.proc().arguments()).anyMatch(word -> word.contains(directory + "/v1/lib/"));
    assertThat(daemon.ctl("pid", "ear").out().strip()).isEqualTo("" + ear.pid());
    long lines = writers.stopAndCount();
    long events = everyEventWasHeardOnce(daemon);
    assertThat(daemon.log())
        .noneMatch(line -> line.message().contains("status unknown"))
        .anyMatch(line -> line.message().contains("exited: mayfly (exit status 7; expected)"));
    assertThat(daemon.stop()).isZero();
    daemon.log().forEach(line -> gap(line.message(), gaps));
    gaps.sort(null);
    Figures.write(
        "upgrade",
        Map.of(
            "upgrades", UPGRADES,
            "upgrade.lines", lines,
            "upgrade.events", events,
            "upgrade.unsupervised.median", gaps.get(gaps.size() / 2),
            "upgrade.unsupervised.longest", gaps.getLast(),
            "upgrade.silence", silence));
  }

  private static void gap(String message, List<Long> gaps) {
    Matcher matcher = GAP.matcher(message);
    if (matcher.find()) {
      gaps.add(Long.valueOf(matcher.group(1)));
    }
  }

  private static long everyEventWasHeardOnce(Daemon daemon) {
    assertThat(daemon.ctl("stop", "marked").out()).contains("stopped");
    int wrote = Integer.parseInt(daemon.read("marked.count").strip());
    daemon.awaitFile("heard", " " + (wrote - 1) + "\n");
    List<String> heard = daemon.read("heard").lines().toList();
    assertThat(heard).hasSize(wrote);
    for (int i = 0; i < wrote; i++) {
      assertThat(heard.get(i)).startsWith(i + " " + i + " PROCESS_COMMUNICATION_STDOUT ");
      assertThat(heard.get(i)).endsWith(" " + i);
    }
    return wrote;
  }

  @Test
  void anInstallationThatCannotStartIsRefusedWithItsReason() throws Exception {
    Daemon daemon = start(Rpc.SECTIONS + "[program:cat]\ncommand=cat\n");
    Proc cat = daemon.awaitRunning("cat");
    Installations installations = new Installations(sandbox);
    Path broken = installations.install("broken");
    Installations.remove(Installations.ownJar(broken, "web"), "org.steward.web.WebComponent");
    Files.writeString(Installations.ownJar(broken, "rpc"), "no jar");
    installations.use("broken");
    Command.Result refused = daemon.ctl("upgrade");
    assertThat(refused.status()).isNotZero();
    assertThat(refused.out()).contains("broken/bin/supervisord cannot start").contains("/rpc-");
    assertThat(daemon.ctl("pid", "cat").out().strip()).isEqualTo("" + cat.pid());
    installations.use("v2");
    assertThat(daemon.ctl("upgrade").out()).startsWith("upgraded from");
    assertThat(cat.isAlive()).isTrue();
  }

  @Test
  void aVersionThatFailsWhileItTakesOverGivesTheProcessBack() throws Exception {
    Daemon daemon = start(Rpc.SECTIONS + Writers.sections());
    Writers writers = Writers.of(daemon);
    Installations installations = new Installations(sandbox);
    Path broken = installations.install("broken");
    Installations.remove(Installations.ownJar(broken, "core"), "org.steward.core.loop.Continuity");
    installations.use("broken");
    Command.Result refused = daemon.ctl("upgrade");
    assertThat(refused.out())
        .as("%s\n%s", refused, daemon.seen())
        .startsWith("ERROR: not upgraded")
        .contains("Continuity");
    assertThat(refused.status()).isNotZero();
    assertThat(daemon.proc().arguments())
        .anyMatch(word -> word.contains(sandbox.directory() + "/v1/lib/"));
    writers.assertUntouched();
    installations.use("v2");
    assertThat(daemon.ctl("upgrade").out()).startsWith("upgraded from");
    writers.stopAndCount();
  }

  /** Nobody is left to give the process back to: the watchdog finds a version that works. */
  @Test
  void aVersionWhoseRuntimeCrashesOnTheWayCostsTheDaemonAndNoProgram() throws Exception {
    Installations installations = first();
    Daemon daemon =
        sandbox
            .steward(Rpc.SECTIONS + Writers.sections())
            .startedBy(command -> KillTest.watched(installations.current(command)));
    Writers writers = Writers.of(daemon.start().awaitAnswer());
    long first = pidOf(daemon);
    installations.crashing("crashes");
    installations.use("crashes");
    Command.Result died = daemon.ctl("upgrade");
    assertThat(died.out()).startsWith("ERROR: the daemon died on the way");
    assertThat(died.status()).isNotZero();
    daemon.awaitFile("console", "the daemon with pid " + first + " was killed by signal 9");
    daemon.awaitFile("console", "starting " + sandbox.directory() + "/v1/bin/supervisord instead");
    daemon.awaitLog("adopted: 'torn'").awaitAnswer();
    assertThat(pidOf(daemon)).isNotEqualTo(first);
    writers.assertUntouched();
    assertThat(writers.stopAndCountLosses().lost()).as("lines lost").isZero();
    assertThat(daemon.stop()).isZero();
  }

  private static long pidOf(Daemon daemon) {
    return Long.parseLong(daemon.read("supervisord.pid").strip());
  }

  @Test
  void signalsSentMeanwhileAreHonoured() throws Exception {
    Daemon daemon = start(Rpc.SECTIONS + "[program:cat]\ncommand=cat\n");
    daemon.awaitRunning("cat");
    Rpc.to(daemon).call("daemon.upgrade");
    for (int i = 0; i < 40; i++) {
      daemon.signal("USR2");
    }
    daemon.signal("TERM");
    assertThat(daemon.awaitExit()).isZero();
    assertThat(daemon.read("supervisord.log"))
        .contains("received SIGUSR2 indicating log reopen request")
        .contains("received SIGTERM indicating exit request")
        .contains("stopped: cat (terminated by SIGTERM)");
  }

  private Installations first() throws IOException {
    Installations installations = new Installations(sandbox);
    installations.install("v1");
    installations.use("v1");
    return installations;
  }

  private Daemon start(String configuration) throws IOException {
    Installations installations = first();
    installations.install("v2");
    Daemon daemon = sandbox.steward(configuration).startedBy(installations::current);
    return daemon.start().awaitAnswer();
  }
}
