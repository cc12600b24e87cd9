package org.steward.itests.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/**
 * Listeners that do well in three languages, and one that breaks each rule, hear and cause under
 * this daemon what they hear and cause under Debian's. All get the same six events, once.
 *
 * <p>Each pool has a priority of its own, as Debian's takes processes of one priority for the same
 * when it looks for the pool of a rejected event.
 */
class ListenersTest {

  private static final int EVENTS = 6;

  private static final String CONFIGURATION =
      Rpc.SECTIONS
          + pool("python", "python3 -u %(ENV_PROGRAMS)s/../listeners/childutils_listener.py")
          + pool("bash", "bash %(ENV_PROGRAMS)s/../listeners/bash_listener.sh")
          + pool("node", "node %(ENV_PROGRAMS)s/../listeners/node_listener.js")
          + misbehaving("slow")
          + misbehaving("fail")
          + misbehaving("die")
          + misbehaving("garbage")
          + misbehaving("early")
          + misbehaving("deaf")
          + misbehaving("mute")
          + "buffer_size=2\n"
          + pool("held", "python3 %(ENV_PROGRAMS)s/../listeners/misbehaving_listener.py")
              .replace(".events", "_%(process_num)d.events hold")
          + "process_name=%(program_name)s_%(process_num)d\nnumprocs=2\n"
          + """

          [eventlistener:logs]
          command=python3 -u %(ENV_PROGRAMS)s/../listeners/childutils_listener.py %(here)s/logs.events
          events=PROCESS_LOG
          stdout_events_enabled=true
          priority=-50

          [program:chatter]
          command=sh -c "echo to all; echo and aside >&2; sleep 1000"
          stdout_events_enabled=true
          stderr_events_enabled=true
          """;

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static int priority = -1;
  private static Pair pair;

  private static String pool(String name, String command) {
    return """

    [eventlistener:%s]
    command=%s %%(here)s/%s.events
    events=REMOTE_COMMUNICATION
    priority=%d
    """
        .formatted(name, command, name, priority--);
  }

  private static String misbehaving(String mode) {
    return pool(mode, "python3 %(ENV_PROGRAMS)s/../listeners/misbehaving_listener.py")
        .replace(".events", ".events " + mode);
  }

  @BeforeAll
  static void sendTheEvents() {
    pair = SANDBOX.pair(CONFIGURATION).start();
    Stream.of("python bash node slow fail die garbage early deaf mute held_0 held_1".split(" "))
        .forEach(listener -> pair.awaitLog("success: " + listener + " entered RUNNING state"));
    pair.awaitLog("early: has entered the UNKNOWN state");
    pair.each(hears("logs", 2));
    pair.each(ListenersTest::sendEvents);
  }

  private static void sendEvents(Daemon daemon) {
    for (int i = 0; i < EVENTS; i++) {
      Rpc.to(daemon).call("supervisor.sendRemoteCommEvent", "number " + i, "gr\u00fc\u00df\n" + i);
    }
  }

  private static Consumer<Daemon> hears(String listener, int count) {
    return daemon ->
        Await.until(
            listener + " has " + count + " events",
            () -> heard(daemon, listener).size() >= count,
            () -> daemon.read(listener + ".events") + "\n" + daemon.seen());
  }

  private static List<Received> heard(Daemon daemon, String listener) {
    return Received.by(daemon, listener + ".events");
  }

  private static void assertHeard(String listener, int... numbers) {
    pair.each(hears(listener, numbers.length));
    assertThat(heard(pair.steward(), listener))
        .isEqualTo(heard(pair.debian(), listener))
        .extracting(received -> received.payload().lines().findFirst().orElseThrow())
        .containsExactlyElementsOf(
            IntStream.of(numbers).mapToObj(number -> "type:number " + number).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "bash", "node", "slow"})
  void aListenerInAnyLanguageHearsEveryEventOnceAndInOrder(String listener) {
    assertHeard(listener, 0, 1, 2, 3, 4, 5);
    pair.assertSameStory(listener);
  }

  @Test
  void anEventThatIsRejectedIsTheNextToBeSent() {
    assertHeard("fail", 0, 0, 1, 2, 3, 4, 5);
    pair.awaitLog("fail: event was rejected").assertSameStory("fail");
  }

  @Test
  void anEventWhoseListenerDiesIsTheNextToBeSent() {
    assertHeard("die", 0, 0, 1, 2, 3, 4, 5);
    pair.assertSameStory("die");
  }

  @Test
  void aListenerThatAnswersGarbageHearsNothingUntilItIsRestarted() {
    pair.awaitLog("garbage: has entered the UNKNOWN state");
    assertHeard("garbage", 0);
    pair.each(daemon -> Rpc.to(daemon).call("supervisor.stopProcess", "garbage", true));
    pair.each(daemon -> Rpc.to(daemon).call("supervisor.startProcess", "garbage", true));
    assertHeard("garbage", 0, 0, 1, 2, 3, 4, 5);
    pair.assertSameStory("garbage");
  }

  @Test
  void aListenerThatSaysReadyTwiceHearsNothing() {
    assertThat(pair.steward().story("early"))
        .containsExactlyInAnyOrderElementsOf(pair.debian().story("early"));
    assertThat(heard(pair.steward(), "early")).isEmpty();
  }

  @Test
  void aListenerThatClosesItsStdinIsLeftInPeace() {
    pair.assertSameStory("deaf");
    assertThat(pair.steward().child("deaf").isAlive()).isTrue();
  }

  @Test
  void aBufferThatOverflowsLosesTheOldestAndSaysSo() {
    String first = "ERRO pool mute event buffer overflowed, discarding event 3";
    pair.awaitLog(first.substring("ERRO ".length()));
    pair.debian().awaitLog("pool mute event buffer overflowed, discarding event 5");
    pair.steward().awaitLog("discarding 2 more events, the last of them 5");
    assertThat(pair.steward().story("mute")).contains(first);
    assertThat(withoutOverflows(pair.steward(), first))
        .isEqualTo(withoutOverflows(pair.debian(), first));
  }

  /** Ours has one line for all further events that are dropped within some seconds. */
  private static List<String> withoutOverflows(Daemon daemon, String first) {
    return daemon.story("mute").stream()
        .filter(line -> line.equals(first) || !line.contains("overflowed"))
        .toList();
  }

  @Test
  void theListenersOfAPoolShareItsEvents() {
    assertHeard("held_0", 0);
    assertHeard("held_1", 1);
    pair.each(daemon -> daemon.write("held_0.events.go", ""));
    pair.each(daemon -> daemon.write("held_1.events.go", ""));
    pair.each(
        daemon ->
            Await.until(
                "both have shared the rest", () -> shared(daemon).size() >= EVENTS, daemon::seen));
    assertThat(shared(pair.steward())).isEqualTo(shared(pair.debian())).hasSize(EVENTS);
  }

  private static List<Received> shared(Daemon daemon) {
    return Stream.of("held_0", "held_1")
        .flatMap(listener -> heard(daemon, listener).stream())
        .sorted(Comparator.comparing(received -> received.value("poolserial")))
        .toList();
  }

  @Test
  void aListenerHearsTheOutputOfOthersAndNeverItsOwn() {
    pair.each(hears("logs", 2));
    assertThat(heard(pair.steward(), "logs"))
        .extracting(received -> received.type() + " " + received.payload())
        .allMatch(text -> text.contains("processname:chatter "))
        .hasSize(2);
    assertThat(general(pair.steward())).containsExactlyInAnyOrderElementsOf(general(pair.debian()));
  }

  /** Without the numbers: which of the two streams is read first is chance. */
  private static List<String> general(Daemon daemon) {
    return heard(daemon, "logs").stream()
        .map(received -> received.type() + "\n" + received.general().payload())
        .toList();
  }

  @Test
  void whatAListenerSaysIsKeptInItsLogs() {
    assertHeard("fail", 0, 0, 1, 2, 3, 4, 5);
    pair.each(daemon -> awaitOutput(daemon, "fail", "stdout", "READY\nRESULT 4\nFAILREADY\n"));
    pair.each(daemon -> awaitOutput(daemon, "fail", "stderr", "fail heard 6\n"));
    assertThat(output(pair.steward(), "fail", "stdout"))
        .isEqualTo(output(pair.debian(), "fail", "stdout"));
    assertThat(output(pair.steward(), "fail", "stderr"))
        .isEqualTo(output(pair.debian(), "fail", "stderr"));
  }

  private static void awaitOutput(Daemon daemon, String listener, String stream, String text) {
    Await.until(
        "its " + stream + " is kept",
        () -> output(daemon, listener, stream).contains(text),
        () -> output(daemon, listener, stream));
  }

  private static String output(Daemon daemon, String listener, String stream) {
    String[] names =
        daemon.folder().toFile().list((folder, name) -> name.startsWith(listener + "-" + stream));
    return names == null || names.length == 0 ? "" : daemon.read(names[0]);
  }
}
