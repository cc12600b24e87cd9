package org.steward.itests.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/**
 * What listeners are sent by this daemon is what Debian's sends, byte by byte: headers, numbers and
 * payloads of every type of event that can be brought about. Both are led through the same story,
 * one step after the other.
 */
class EventsTest {

  private static final String LISTENER =
      """

      [eventlistener:%1$s]
      command=python3 -u %%(ENV_PROGRAMS)s/../listeners/childutils_listener.py %%(here)s/%1$s.events
      events=%2$s
      buffer_size=1000
      """;

  private static final String PROGRAMS =
      """

      [program:done]
      command=sh -c "sleep 2"
      autostart=false
      autorestart=false

      [program:wrong]
      command=sh -c "sleep 2; exit 3"
      autostart=false
      autorestart=false

      [program:quick]
      command=sh -c "exit 1"
      startsecs=10
      startretries=1
      autostart=false

      [program:talk]
      command=python3 -u %(ENV_PROGRAMS)s/talker.py
      autostart=false
      stdout_events_enabled=true
      stderr_events_enabled=true
      stdout_capture_maxbytes=1MB
      stderr_capture_maxbytes=1MB

      [program:plain]
      command=python3 -u %(ENV_PROGRAMS)s/talker.py
      autostart=false
      stdout_events_enabled=true
      stderr_events_enabled=true

      [program:silent]
      command=python3 -u %(ENV_PROGRAMS)s/talker.py
      autostart=false

      [program:last]
      command=sh -c "trap 'sleep 1; exit 0' TERM; while :; do sleep 0.1; done"
      autostart=false

      [program:member]
      command=sleep 1000
      autostart=false

      [group:grp]
      programs=member
      """;

  private static final String ALL_BUT_TICKS =
      "PROCESS_STATE,PROCESS_COMMUNICATION,PROCESS_LOG,REMOTE_COMMUNICATION,"
          + "SUPERVISOR_STATE_CHANGE,PROCESS_GROUP";

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static Pair told;
  private static Pair ticking;

  @BeforeAll
  static void tellTheStory() {
    told =
        SANDBOX.pair(
            Rpc.SECTIONS
                + LISTENER.formatted("all", ALL_BUT_TICKS)
                + LISTENER.formatted("states", "PROCESS_STATE")
                + LISTENER.formatted("some", "process_state_running,SUPERVISOR_STATE_CHANGE")
                + LISTENER.formatted("groups", "PROCESS_GROUP")
                + PROGRAMS);
    ticking =
        SANDBOX.pair(
            Rpc.SECTIONS
                + LISTENER.formatted("all", "EVENT")
                + LISTENER.formatted("ticks", "TICK_5")
                + LISTENER.formatted("hours", "TICK_60,TICK_3600"));
    ticking.start();
    told.start();
    awaitEvents("PROCESS_STATE_RUNNING", 4);
    processes();
    output();
    everythingElse();
    told.each(daemon -> daemon.signal("TERM"));
    awaitEvents("PROCESS_STATE_STOPPING", 4);
    told.each(Daemon::awaitExit);
  }

  private static void processes() {
    call("supervisor.startProcess", "done", false);
    awaitEvents("PROCESS_STATE_EXITED", 1);
    call("supervisor.startProcess", "wrong", false);
    awaitEvents("PROCESS_STATE_EXITED", 2);
    told.each(daemon -> Rpc.to(daemon).ask("supervisor.startProcess", "quick", true));
    awaitEvents("PROCESS_STATE_FATAL", 1);
  }

  private static void output() {
    call("supervisor.startProcess", "plain", true);
    say("plain", "out", "short\n");
    awaitEvents("PROCESS_LOG_STDOUT", 1);
    say("plain", "out", "no newline, gr\u00fc\u00df \u20ac \ud83d\ude00");
    awaitEvents("PROCESS_LOG_STDOUT", 2);
    say("plain", "err", "several\nlines\n\n");
    awaitEvents("PROCESS_LOG_STDERR", 1);
    tell("plain", "out", "ff fe 22 64 71 22 20 27 73 71 27 5c 09 0d 00 7f 0a");
    awaitEvents("PROCESS_LOG_STDOUT", 3);
    call("supervisor.startProcess", "silent", true);
    say("silent", "out", "nobody hears this\n");
    call("supervisor.stopProcess", "silent", true);
    call("supervisor.startProcess", "talk", true);
    say("talk", "out", "<!--XSUPERVISOR:BEGIN-->told: \u00e9\n<!--XSUPERVISOR:END-->");
    awaitEvents("PROCESS_COMMUNICATION_STDOUT", 1);
    say("talk", "err", "<!--XSUPERVISOR:BEGIN--><!--XSUPERVISOR:END-->");
    say("talk", "err", "<!--XSUPERVISOR:BEGIN-->on the other stream<!--XSUPERVISOR:END-->");
    awaitEvents("PROCESS_COMMUNICATION_STDERR", 2);
    say("talk", "out", "a line that is longer than a tag and no part of one\n");
    awaitEvents("PROCESS_LOG_STDOUT", 5);
    call("supervisor.stopProcess", "talk", true);
    call("supervisor.stopProcess", "plain", true);
    awaitEvents("PROCESS_STATE_STOPPED", 3);
  }

  private static void everythingElse() {
    call("supervisor.sendRemoteCommEvent", "kind", "some data\nof two lines\n");
    call("supervisor.sendRemoteCommEvent", "kind\u00e9", "dat\u00e4 \ud83d\ude00");
    call("supervisor.sendRemoteCommEvent", "", "");
    awaitEvents("REMOTE_COMMUNICATION", 3);
    call("supervisor.removeProcessGroup", "grp");
    call("supervisor.addProcessGroup", "grp");
    awaitEvents("PROCESS_GROUP_REMOVED", 1);
    call("supervisor.startProcess", "last", true);
    awaitEvents("PROCESS_STATE_RUNNING", 10);
  }

  private static void call(String method, Object... parameters) {
    told.each(daemon -> Rpc.to(daemon).call(method, parameters));
  }

  private static void say(String program, String stream, String text) {
    tell(program, stream, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void tell(String program, String stream, String hex) {
    String line = stream + " " + hex.replace(" ", "") + "\n";
    call("supervisor.sendProcessStdin", program, line);
  }

  private static void awaitEvents(String type, int count) {
    told.each(awaits("all.events", type, count));
  }

  private static Consumer<Daemon> awaits(String record, String type, int count) {
    return daemon ->
        Await.until(
            "there are " + count + " of " + type,
            () -> count(daemon, record, type) >= count,
            () -> daemon.read(record) + "\n" + daemon.seen());
  }

  private static long count(Daemon daemon, String record, String type) {
    return Received.by(daemon, record).stream().filter(each -> each.type().equals(type)).count();
  }

  private static void assertSame(String listener, String end) {
    assertThat(story(told.steward(), listener, end))
        .isEqualTo(story(told.debian(), listener, end))
        .isNotEmpty();
  }

  /** What a listener was told up to an event; what comes after that meets listeners that stop. */
  private static List<Received> story(Daemon daemon, String listener, String end) {
    List<Received> all = Received.by(daemon, listener + ".events");
    int last = all.stream().map(Received::type).toList().lastIndexOf(end);
    return all.subList(0, last + 1).stream().map(Received::general).toList();
  }

  @Test
  void everyEventIsTheOneThatSupervisorSends() {
    assertSame("all", "SUPERVISOR_STATE_CHANGE_STOPPING");
  }

  @Test
  void everyTypeThatCanBeBroughtAboutWasSeen() {
    assertThat(Received.by(told.steward(), "all.events"))
        .extracting(Received::type)
        .contains(
            "PROCESS_STATE_STARTING",
            "PROCESS_STATE_RUNNING",
            "PROCESS_STATE_BACKOFF",
            "PROCESS_STATE_STOPPING",
            "PROCESS_STATE_STOPPED",
            "PROCESS_STATE_EXITED",
            "PROCESS_STATE_FATAL",
            "PROCESS_COMMUNICATION_STDOUT",
            "PROCESS_COMMUNICATION_STDERR",
            "PROCESS_LOG_STDOUT",
            "PROCESS_LOG_STDERR",
            "REMOTE_COMMUNICATION",
            "SUPERVISOR_STATE_CHANGE_RUNNING",
            "SUPERVISOR_STATE_CHANGE_STOPPING",
            "PROCESS_GROUP_ADDED",
            "PROCESS_GROUP_REMOVED");
  }

  @Test
  void poolsWithLessNumberTheirEventsAsSupervisorDoes() {
    assertSame("states", "PROCESS_STATE_RUNNING");
    assertSame("some", "SUPERVISOR_STATE_CHANGE_STOPPING");
    assertThat(story(told.steward(), "some", "SUPERVISOR_STATE_CHANGE_STOPPING"))
        .extracting(Received::type)
        .containsOnly(
            "PROCESS_STATE_RUNNING",
            "SUPERVISOR_STATE_CHANGE_RUNNING",
            "SUPERVISOR_STATE_CHANGE_STOPPING");
  }

  @Test
  void aPoolIsToldOfTheGroupsThatComeAfterItAsSupervisorTellsIt() {
    assertSame("groups", "PROCESS_GROUP_ADDED");
    assertThat(Received.by(told.steward(), "groups.events"))
        .extracting(Received::payload)
        .noneMatch(payload -> payload.contains("groupname:all"))
        .anyMatch(payload -> payload.contains("groupname:grp"));
  }

  @Test
  void ticksComeWithTheTimesThatSupervisorTells() {
    ticking.each(awaits("ticks.events", "TICK_5", 3));
    List<String> steward = ticks(ticking.steward());
    List<String> debian = ticks(ticking.debian());
    assertThat(steward).allMatch(tick -> tick.matches("TICK_5 when:\\d+[05]"));
    String from = Collections.max(List.of(steward.getFirst(), debian.getFirst()));
    String until = Collections.min(List.of(steward.getLast(), debian.getLast()));
    assertThat(between(steward, from, until)).isNotEmpty().isEqualTo(between(debian, from, until));
  }

  private static List<String> between(List<String> ticks, String from, String until) {
    return ticks.stream()
        .filter(tick -> tick.compareTo(from) >= 0 && tick.compareTo(until) <= 0)
        .toList();
  }

  private static List<String> ticks(Daemon daemon) {
    return Received.by(daemon, "ticks.events").stream()
        .map(tick -> tick.type() + " " + tick.payload())
        .toList();
  }

  @Test
  void whoWantsAllEventsGetsTheTicksToo() {
    ticking.each(awaits("all.events", "TICK_5", 2));
    assertThat(Received.by(ticking.steward(), "all.events"))
        .extracting(Received::type)
        .contains("PROCESS_STATE_RUNNING", "SUPERVISOR_STATE_CHANGE_RUNNING", "TICK_5");
  }
}
