package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.process.ProcessId;
import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.LogLevel;
import org.steward.core.config.LogTarget;
import org.steward.core.config.OutputConfig;
import org.steward.core.config.StreamConfig;
import org.steward.core.journal.RecordText;
import org.steward.core.journal.TextLine;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.testing.FakePosix;
import org.steward.core.posix.testing.ManualClock;

/** An output loop on a scripted kernel, its turns driven by the test. */
final class OutputBench implements OutputNotices {
  static final String ACTIVITY_LOG = "/log/supervisord.log";
  static final StreamConfig PLAIN = stream(0, 0);

  final ManualClock clock = new ManualClock();
  final FakePosix kernel = new FakePosix(clock);
  OutputLoop loop;
  final List<String> notices = new ArrayList<>();
  final List<SupervisorEvent> events = new ArrayList<>();
  boolean roomForEvents = true;
  private final NativeBuffer buffer = NativeBuffer.onHeap(1 << 20);
  private final OutputSettings settings;
  private final Set<Integer> childEnds = new HashSet<>();
  private OutputRoom room;
  private long tokens;

  OutputBench() {
    this(settings(LogLevel.INFO, false, false));
  }

  OutputBench(OutputSettings settings) {
    this(settings, kernel -> {});
  }

  OutputBench(OutputSettings settings, Consumer<FakePosix> before) {
    before.accept(kernel);
    this.settings = settings;
    loop = new OutputLoop(kernel, clock, settings);
    room = loop.room(this);
  }

  static OutputSettings settings(LogLevel level, boolean stdout, boolean stripAnsi) {
    return new OutputSettings(new ActivityLogConfig(ACTIVITY_LOG, 0, 0, level), stdout, stripAnsi);
  }

  static StreamConfig stream(long maxBytes, int backups) {
    return new StreamConfig(new LogTarget.Auto(), maxBytes, backups, 0, false, false);
  }

  static StreamConfig capturing(long captureMaxBytes, boolean events) {
    return new StreamConfig(new LogTarget.Auto(), 0, 0, captureMaxBytes, events, false);
  }

  /** Carries out all that can be done without time passing. */
  void settle() {
    for (int i = 0; i < 30; i++) {
      loop.follow(Path.of("/nothing"), () -> {}).close();
      room.turn();
    }
  }

  /** One turn that does not wait. */
  void turn() {
    loop.follow(Path.of("/nothing"), () -> {}).close();
    room.turn();
  }

  void advance(Duration time) {
    clock.advance(time);
    settle();
  }

  /** Another program takes the daemon's place, and gets what the room knew as text. */
  void replace() {
    CompletableFuture<OutputMemory> frozen = loop.freeze().toCompletableFuture();
    turn();
    room.finish();
    TextLine line = new TextLine("state");
    Set<Integer> kept = new HashSet<>(childEnds);
    kept.addAll(RecordText.write("output", frozen.join(), line));
    kernel.replaceDaemon(kept);
    loop = new OutputLoop(kernel, clock, settings);
    room = loop.room(this);
    OutputMemory memory =
        RecordText.read("output", OutputMemory.class, TextLine.parse(line.toString()));
    room.resume(memory);
    room.letGo(memory);
  }

  /** Ends the loop. */
  void end() {
    room.end();
  }

  /** A spawned child with the given log of its stdout and none of its stderr. */
  FakeChild child(@Nullable String log, StreamConfig config) {
    return child("cat", log, config, false);
  }

  FakeChild child(String name, @Nullable String log, StreamConfig config, boolean listener) {
    long token = ++tokens;
    loop.prepare(
        new ChildOutput(
            token,
            new ProcessId(name, name),
            new ChildLogs(log, null),
            new OutputConfig(config, PLAIN, true),
            listener));
    Pipe pipe = kernel.pipe(Pipe.Direction.FROM_CHILD);
    childEnds.add(pipe.childEnd());
    loop.attach(token, 77, listener ? -1 : pipe.parentEnd(), -1);
    settle();
    return new FakeChild(token, pipe);
  }

  int write(int fd, byte[] bytes) {
    buffer.put(0, bytes, 0, bytes.length);
    return kernel.write(fd, buffer, 0, bytes.length);
  }

  @Nullable String file(String path) {
    return kernel.fileText(path);
  }

  String activity() {
    String text = file(ACTIVITY_LOG);
    return text == null ? "" : text;
  }

  @Override
  public void prepared(long token, int errno, @Nullable String path) {
    notices.add("prepared " + token + " " + errno + " " + path);
  }

  @Override
  public void drained(long token) {
    notices.add("drained " + token);
  }

  @Override
  public boolean event(SupervisorEvent event) {
    return roomForEvents && events.add(event);
  }

  /** The child's side. */
  final class FakeChild {
    final long token;
    private final Pipe pipe;

    FakeChild(long token, Pipe pipe) {
      this.token = token;
      this.pipe = pipe;
    }

    int childEnd() {
      return pipe.childEnd();
    }

    /** Writes without letting the loop run; what the pipe took. */
    int puts(String text) {
      return write(pipe.childEnd(), bytes(text));
    }

    /** Writes all of it and lets the loop run. */
    void prints(String text) {
      assertThat(puts(text)).isEqualTo(text.length());
      settle();
    }

    /** Writes, and the loop's first write of it fails. */
    void printsInto(int errno, String text) {
      assertThat(puts(text)).isEqualTo(text.length());
      kernel.failNext("write", errno);
      settle();
    }

    void closes() {
      kernel.close(pipe.childEnd());
      settle();
    }

    void drains() {
      loop.drain(token);
      settle();
    }

    boolean pipeOpen() {
      return kernel.openDescriptors().containsKey(pipe.parentEnd());
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
