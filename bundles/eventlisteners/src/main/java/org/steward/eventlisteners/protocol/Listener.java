package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolsMemory;

/**
 * The conversation with one listener process, over all its restarts.
 *
 * <p>The rules, down to the odd ones (the word before a result's length is not looked at; a first
 * token shorter than READY is waited for, whatever it begins with), and the log lines are
 * Supervisor's: {@code dispatchers.py}, PEventListenerDispatcher.
 */
final class Listener {
  /** More than this without a token or result completed is taken for a listener gone wild. */
  static final int MOST_UNREAD = 1 << 20;

  private static final byte[] READY_TOKEN = "READY\n".getBytes(US_ASCII);

  /** No result line has been understood yet. */
  private static final int NO_RESULT = ResultLine.BAD;

  private final Pool pool;
  private final PoolHost host;
  private final ProcessId id;
  private final String name;
  private final TokenBuffer unread = new TokenBuffer();

  private ListenerState state = ListenerState.ACKNOWLEDGED;
  private boolean running;
  private boolean stdinClosed;
  private @Nullable BufferedEvent inFlight;

  /** The answer to {@link #inFlight} while the verdict on it is still being reached, else null. */
  private byte @Nullable [] onTrial;

  private int resultLength = NO_RESULT;

  Listener(Pool pool, PoolHost host, ProcessId id) {
    this.pool = pool;
    this.host = host;
    this.id = id;
    this.name = id.name();
  }

  /** Whether it can be sent an event now. */
  boolean isAvailable() {
    return running && state == ListenerState.READY && !stdinClosed;
  }

  void started() {
    forget();
    state = ListenerState.ACKNOWLEDGED;
    stdinClosed = false;
  }

  void entersRunning() {
    running = true;
  }

  void stopping() {
    running = false;
  }

  void ended() {
    forget();
  }

  /** All that is needed to go on with this conversation elsewhere. */
  PoolsMemory.Listener remember() {
    BufferedEvent unanswered = inFlight;
    return new PoolsMemory.Listener(
        id, state.name(), running, unanswered == null ? null : unanswered.remember(), unjudged());
  }

  /** What it wrote, with the beginning of an answer that is not judged yet. */
  private byte[] unjudged() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] answer = onTrial;
    if (answer != null) {
      bytes.writeBytes(ResultLine.of(answer.length));
      bytes.writeBytes(answer);
    } else if (resultLength != NO_RESULT) {
      bytes.writeBytes(ResultLine.of(resultLength));
    }
    bytes.writeBytes(unread.copy());
    return bytes.toByteArray();
  }

  /** Goes on with a conversation that was begun elsewhere. */
  void resume(PoolsMemory.Listener left, Map<Long, PublishedEvent> shared) {
    state = ListenerState.valueOf(left.state());
    running = left.running();
    PoolsMemory.Event unanswered = left.inFlight();
    inFlight = unanswered == null ? null : BufferedEvent.of(unanswered, shared);
    unread.append(left.unread());
    advance();
  }

  /**
   * Sends it an event, which it must be available for.
   *
   * @return false where it has closed its stdin
   */
  boolean send(BufferedEvent event, byte[] sealed) {
    if (!host.send(id, sealed)) {
      stdinClosed = true;
      debug("epipe occurred while sending event ", event, ", listener state unchanged");
      return false;
    }
    state = ListenerState.BUSY;
    inFlight = event;
    debug("event ", event, "");
    return true;
  }

  /** It wrote to its stdout. */
  void received(byte[] bytes) {
    if (host.debugging()) {
      host.debug("'" + name + "' stdout output:\n" + PythonLiteral.of(bytes));
    }
    unread.append(bytes);
    advance();
  }

  private void advance() {
    while (step()) {
      // each step uses up a token
    }
    if (unread.size() > MOST_UNREAD) {
      host.warn(name + ": wrote " + unread.size() + " bytes that complete no result");
      breach();
    }
  }

  /** Understands the next token; false where there is none to understand yet. */
  private boolean step() {
    return switch (state) {
      case ACKNOWLEDGED -> understandReady();
      case READY -> !unread.isEmpty() && breach();
      case BUSY ->
          onTrial == null && (resultLength == NO_RESULT ? understandLine() : understandResult());
      case UNKNOWN -> {
        unread.clear();
        yield false;
      }
    };
  }

  private boolean understandReady() {
    if (unread.size() < READY_TOKEN.length) {
      return false;
    }
    if (!unread.startsWith(READY_TOKEN)) {
      return breach();
    }
    unread.skip(READY_TOKEN.length);
    enter(ListenerState.READY);
    return true;
  }

  private boolean understandLine() {
    byte[] line = unread.takeLine();
    if (line == null) {
      return false;
    }
    resultLength = ResultLine.length(line);
    if (resultLength != ResultLine.BAD) {
      return true;
    }
    host.warn(name + ": bad result line: '" + ResultLine.shown(line) + "'");
    return breach();
  }

  private boolean understandResult() {
    if (unread.size() < resultLength) {
      return false;
    }
    byte[] result = unread.take(resultLength);
    resultLength = NO_RESULT;
    BufferedEvent event = inFlight;
    if (event == null) {
      throw new IllegalStateException(name + " is BUSY with no event");
    }
    onTrial = result;
    Verdict verdict = pool.judge(event, result, later -> decided(event, later));
    if (verdict != null) {
      conclude(event, verdict);
    }
    return true;
  }

  /** A verdict that took its time; by now the listener may have died, and even be another one. */
  private void decided(BufferedEvent event, Verdict verdict) {
    if (onTrial != null && inFlight == event) {
      conclude(event, verdict);
      advance();
    } else if (verdict != Verdict.PROCESSED) {
      pool.putBack(event);
    }
    pool.update(this);
  }

  private void conclude(BufferedEvent event, Verdict verdict) {
    onTrial = null;
    inFlight = null;
    switch (verdict) {
      case PROCESSED -> {
        if (host.debugging()) {
          host.debug(name + ": event was processed");
        }
        enter(ListenerState.ACKNOWLEDGED);
      }
      case REJECTED -> {
        host.warn(name + ": event was rejected");
        enter(ListenerState.ACKNOWLEDGED);
        pool.putBack(event);
      }
      case FAILED -> {
        host.warn(name + ": event caused an error");
        enter(ListenerState.UNKNOWN);
        pool.putBack(event);
      }
    }
  }

  /** It broke the protocol; always false, for there is nothing left to understand. */
  private boolean breach() {
    enter(ListenerState.UNKNOWN);
    forgetConversation();
    return false;
  }

  private void forget() {
    running = false;
    forgetConversation();
  }

  private void forgetConversation() {
    BufferedEvent unanswered = onTrial != null ? null : inFlight;
    unread.clear();
    resultLength = NO_RESULT;
    onTrial = null;
    inFlight = null;
    if (unanswered != null) {
      pool.putBack(unanswered);
    }
  }

  private void enter(ListenerState next) {
    if (host.debugging()) {
      host.debug(name + ": " + state + " -> " + next);
    }
    state = next;
    if (next == ListenerState.UNKNOWN) {
      host.warn(
          name
              + ": has entered the UNKNOWN state and will no longer receive events, this usually"
              + " indicates the process violated the eventlistener protocol");
    }
  }

  private void debug(String before, BufferedEvent event, String after) {
    if (host.debugging()) {
      String verb = after.isEmpty() ? " sent to listener " : " to listener ";
      host.debug(before + event.serial() + verb + name + after);
    }
  }
}
