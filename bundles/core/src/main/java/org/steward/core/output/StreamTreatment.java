package org.steward.core.output;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.config.LogLevel;
import org.steward.core.config.StreamConfig;

/**
 * The way of a stream's bytes where they are more than copied to a file: capture mode, escape
 * sequences, syslog, events and the echo in the activity log, in Supervisor's order. Loop only.
 */
final class StreamTreatment implements CaptureTags.Receiver {
  private final ProcessId id;
  private final LogStream stream;
  private final boolean listener;
  private final boolean logEvents;
  private final boolean echo;
  private final @Nullable LogWriter file;
  private final @Nullable CaptureTags tags;
  private final CaptureBuffer captured;
  private final @Nullable AnsiStripper ansi;
  private final @Nullable SyslogLines syslog;
  private final EventOffers events;
  private final ActivityLog log;
  private boolean capturing;
  private int pid;

  private StreamTreatment(ChildOutput child, LogStream stream, StreamEnds ends, boolean stripAnsi) {
    StreamConfig config = config(child, stream);
    this.id = child.id();
    this.stream = stream;
    this.listener = speaksProtocol(child, stream);
    this.file = ends.file();
    this.events = ends.events();
    this.log = ends.log();
    this.echo = log.isLogged(LogLevel.DEBUG);
    this.logEvents = config.eventsEnabled() && !listener;
    this.tags = config.captureMaxBytes() > 0 && !listener ? new CaptureTags(this) : null;
    this.captured = new CaptureBuffer(config.captureMaxBytes());
    this.ansi = stripAnsi ? new AnsiStripper() : null;
    this.syslog = config.syslog() && !listener ? new SyslogLines(ends.syslog(), id.name()) : null;
  }

  /** What a stream's bytes may be sent to. */
  record StreamEnds(@Nullable LogWriter file, Syslog syslog, EventOffers events, ActivityLog log) {}

  /** The treatment a stream needs, null where its bytes just go to its file. */
  static @Nullable StreamTreatment of(
      ChildOutput child, LogStream stream, StreamEnds ends, boolean stripAnsi) {
    StreamTreatment treatment = new StreamTreatment(child, stream, ends, stripAnsi);
    return treatment.doesNothing() ? null : treatment;
  }

  private boolean doesNothing() {
    return !echo && !logEvents && tags == null && ansi == null && syslog == null;
  }

  /** Whether the log gets the bytes as they come. */
  boolean isVerbatim() {
    return tags == null && ansi == null;
  }

  static StreamConfig config(ChildOutput child, LogStream stream) {
    return stream == LogStream.STDOUT ? child.config().stdout() : child.config().stderr();
  }

  private static boolean speaksProtocol(ChildOutput child, LogStream stream) {
    return child.listener() && stream == LogStream.STDOUT;
  }

  /** All it knows, for the treatment of a later daemon. */
  OutputMemory.OfTreatment memory() {
    return new OutputMemory.OfTreatment(
        capturing,
        captured.bytes(),
        tags == null ? 0 : tags.matched(),
        ansi == null ? null : ansi.state(),
        syslog == null ? new byte[0] : syslog.line(),
        syslog == null ? 0 : syslog.blankLines());
  }

  /** Goes on where the treatment of an earlier daemon was. */
  void resume(OutputMemory.OfTreatment memory) {
    capturing = memory.capturing() && tags != null;
    captured.add(memory.captured());
    if (tags != null) {
      tags.resume(capturing, memory.matched());
    }
    if (ansi != null && memory.escape() != null) {
      ansi.resume(memory.escape());
    }
    if (syslog != null) {
      syslog.resume(memory.line(), memory.blankLines());
    }
  }

  /** Sets the process id that events carry. */
  void setPid(int pid) {
    this.pid = pid;
  }

  void take(byte[] bytes) {
    if (tags != null) {
      tags.take(bytes);
    } else {
      text(bytes, 0, bytes.length);
    }
  }

  /** The stream has ended: passes on what was held to see what follows. */
  void end() {
    if (tags != null) {
      tags.end();
    }
    endSequence();
    if (syslog != null) {
      syslog.end();
    }
  }

  /** Another treatment follows: what was captured so far is no event any more, but output. */
  void cutShort() {
    end();
    if (capturing) {
      capturing = false;
      pass(captured.take());
    }
  }

  @Override
  public void text(byte[] bytes, int from, int to) {
    if (from < to) {
      pass(ansi == null ? Arrays.copyOfRange(bytes, from, to) : ansi.strip(bytes, from, to));
    }
  }

  @Override
  public void capture(boolean on) {
    endSequence();
    capturing = on;
    if (!on) {
      events.offer(new ProcessCommunication(id, pid, stream, captured.take()));
      log.debug("'" + id.name() + "' " + stream.label() + " emitted a comm event");
    }
  }

  private void endSequence() {
    if (ansi != null) {
      pass(ansi.end());
    }
  }

  private void pass(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    if (capturing) {
      captured.add(bytes);
    } else {
      keep(bytes);
    }
    if (echo) {
      echo(bytes);
    }
    if (logEvents) {
      SupervisorEvent event = new ProcessLog(id, pid, stream, bytes);
      events.offer(event);
    }
  }

  private void keep(byte[] bytes) {
    if (file != null) {
      file.write(bytes);
    }
    if (syslog != null) {
      syslog.take(bytes);
    }
  }

  private void echo(byte[] bytes) {
    String text = listener ? PythonText.repr(bytes) : PythonText.decode(bytes);
    log.debug("'" + id.name() + "' " + stream.label() + " output:\n" + text);
  }
}
