package org.steward.eventlisteners.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.api.process.ProcessState.BACKOFF;
import static org.steward.api.process.ProcessState.EXITED;
import static org.steward.api.process.ProcessState.FATAL;
import static org.steward.api.process.ProcessState.RUNNING;
import static org.steward.api.process.ProcessState.STARTING;
import static org.steward.api.process.ProcessState.STOPPED;
import static org.steward.api.process.ProcessState.STOPPING;
import static org.steward.api.process.ProcessState.UNKNOWN;
import static org.steward.eventlisteners.protocol.Goldens.latin1;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEvent.SupervisorStateChanged;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.spi.PoolSpec;

/** The same story as a real listener of Debian's supervisord was told, byte for byte. */
class GoldenTest {
  private static final int TALK = 18933;

  private final Pools pools = new Pools(new ResultHandlers());
  private final FakePoolHost all = new FakePoolHost();
  private final FakePoolHost states = new FakePoolHost();

  @BeforeEach
  void startListeners() {
    start("all", EventType.EVENT, all);
    start("states", EventType.PROCESS_STATE, states);
  }

  @Test
  void listenersReceiveWhatSupervisorsReceive() {
    beginning();
    talk();
    endings();
    ticksAndShutdown();

    assertThat(received(all)).isEqualTo(Goldens.messages("all"));
    assertThat(received(states)).isEqualTo(Goldens.messages("states"));
  }

  private void beginning() {
    for (String group : List.of("all", "states", "clean", "fail", "grp", "quick", "talk")) {
      publish(new ProcessGroupChanged(group, true));
    }
    publish(new SupervisorStateChanged(true));
    change("all", STOPPED, STARTING, 0, 0);
    change("states", STOPPED, STARTING, 0, 0);
    change("all", STARTING, RUNNING, 18926, 0);
    change("states", STARTING, RUNNING, 18927, 0);
    publish(new Tick(5, 1795445065));
    change("grp:sleeper", STOPPED, STARTING, 0, 0);
    change("grp:sleeper", STARTING, RUNNING, 18931, 0);
    change("talk", STOPPED, STARTING, 0, 0);
  }

  private void talk() {
    log(
        LogStream.STDOUT,
        "plain out\ngr\u00c3\u00bc\u00c3\u009f \u00e2\u0082\u00ac \u00f0\u009f\u0098\u0080\n");
    log(LogStream.STDOUT, "bad \u00ff\u00fe \"dq\" 'sq' \\ \t\r\0\u007f end\n");
    change("talk", STARTING, RUNNING, TALK, 0);
    change("grp:sleeper", RUNNING, STOPPING, 18931, 0);
    change("grp:sleeper", STOPPING, STOPPED, 18931, 0);
    change("quick", STOPPED, STARTING, 0, 0);
    log(LogStream.STDOUT, "only sq ' \u0080\n\u00ed\u00a0\u0080 surrogate\n");
    log(LogStream.STDERR, "plain err\ntail without newline");
    log(LogStream.STDOUT, "told \u00c3\u00a9");
    tell(LogStream.STDOUT, "told \u00c3\u00a9");
    publish(new Tick(5, 1795445070));
    log(LogStream.STDERR, "err told\nline two");
    tell(LogStream.STDERR, "err told\nline two");
    log(LogStream.STDOUT, "\u00ff");
    tell(LogStream.STDOUT, "\u00ff");
  }

  private void endings() {
    change("quick", STARTING, RUNNING, 18967, 0);
    change("clean", STOPPED, STARTING, 0, 0);
    change("clean", STARTING, RUNNING, 18971, 0);
    publish(new ProcessStateChanged(id("quick"), RUNNING, EXITED, 18967, 0, false));
    change("fail", STOPPED, STARTING, 0, 0);
    change("fail", STARTING, BACKOFF, 0, 1);
    publish(new ProcessStateChanged(id("clean"), RUNNING, EXITED, 18971, 0, true));
    publish(new RemoteCommunication("kind", "some data"));
    publish(new RemoteCommunication("kind\u00e9", "dat\u00e4 \ud83d\ude00"));
    publish(new RemoteCommunication("", ""));
    change("fail", BACKOFF, STARTING, 0, 1);
    change("fail", STARTING, BACKOFF, 0, 2);
    change("fail", BACKOFF, FATAL, 0, 2);
    publish(new Tick(5, 1795445075));
    change("talk", RUNNING, STOPPING, TALK, 0);
    change("talk", STOPPING, STOPPED, TALK, 0);
    publish(new ProcessGroupChanged("grp", false));
    publish(new ProcessGroupChanged("grp", true));
  }

  private void ticksAndShutdown() {
    for (long when = 1795445080; when <= 1795445140; when += 5) {
      publish(new Tick(5, when));
      if (when % 60 == 0) {
        publish(new Tick(60, when));
      }
    }
    publish(new SupervisorStateChanged(false));
    pools.listenerStopping(id("states"));
    change("states", RUNNING, STOPPING, 18927, 0);
  }

  @Test
  void rareEventsReadAsSupervisorRendersThem() {
    ProcessId id = new ProcessId("grp", "proc");
    assertThat(text(new ProcessStateChanged(id, RUNNING, UNKNOWN, 4711, 0, false)))
        .isEqualTo("processname:proc groupname:grp from_state:RUNNING");
    assertThat(text(new Tick(3600, 1795446000))).isEqualTo("when:1795446000");
  }

  /** Each line: what the process wrote, the payload's length as told, the payload; both in hex. */
  @ParameterizedTest
  @MethodSource("outputs")
  void outputReadsAsSupervisorRendersIt(String line) {
    String[] parts = line.split(" ");
    byte[] written = HexFormat.of().parseHex(parts[0]);
    Payload payload =
        Payload.of(new ProcessLog(new ProcessId("grp", "proc"), 1, LogStream.STDOUT, written));
    assertThat(payload.characters()).isEqualTo(Integer.parseInt(parts[1]));
    assertThat(HexFormat.of().formatHex(payload.bytes())).isEqualTo(parts[2]);
  }

  static List<String> outputs() {
    return Goldens.lines("supervisor-4.2.5-output.txt");
  }

  private static String text(SupervisorEvent event) {
    return new String(Payload.of(event).bytes(), StandardCharsets.UTF_8);
  }

  private void start(String pool, EventType events, FakePoolHost host) {
    ProcessId listener = id(pool);
    pools.poolAdded(
        new PoolSpec(pool, "ident", 1000, Set.of(events), null, false, List.of(listener)), host);
    pools.listenerStarted(listener);
    pools.listenerRunning(listener);
    pools.received(listener, "READY\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** Publishes, and lets whoever was sent the event answer. */
  private void publish(SupervisorEvent event) {
    int before = states.sent.size();
    pools.published(event);
    answer(id("all"));
    if (states.sent.size() > before) {
      answer(id("states"));
    }
  }

  private void answer(ProcessId listener) {
    pools.received(listener, "RESULT 2\nOKREADY\n".getBytes(StandardCharsets.US_ASCII));
  }

  private void change(String name, ProcessState from, ProcessState to, int pid, int tries) {
    publish(new ProcessStateChanged(id(name), from, to, pid, tries, false));
  }

  private void log(LogStream stream, String latin1) {
    publish(new ProcessLog(id("talk"), TALK, stream, bytes(latin1)));
  }

  private void tell(LogStream stream, String latin1) {
    publish(new ProcessCommunication(id("talk"), TALK, stream, bytes(latin1)));
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ProcessId id(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? new ProcessId(name, name)
        : new ProcessId(name.substring(0, colon), name.substring(colon + 1));
  }

  private static List<String> received(FakePoolHost host) {
    return host.sent.stream().map(sent -> latin1(sent.bytes())).toList();
  }
}
