package org.steward.eventlisteners.protocol;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.EventType;
import org.steward.api.process.ProcessId;
import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolSpec;
import org.steward.core.spi.PoolsMemory;
import org.steward.eventlisteners.handlers.Subscription;

/**
 * One pool of listeners: its buffer, and who gets the next event.
 *
 * <p>Numbers, order, what is dropped and the log lines are Supervisor's: {@code process.py},
 * EventListenerPool. An event costs the same however many wait and however many listeners there
 * are.
 */
final class Pool {
  private final PoolSpec spec;
  private final PoolHost host;
  private final Judge judge;
  private final Envelope envelope;
  private final Subscription subscription;
  private final PoolFigures figures = new PoolFigures();
  private final Overflow overflow;
  private final ArrayDeque<BufferedEvent> buffer = new ArrayDeque<>();
  private final Listener[] listeners;
  private final Map<Listener, Integer> positions = new HashMap<>();

  /** Which of the listeners can be sent an event now, by position. */
  private final BitSet available = new BitSet();

  private long nextSerial;
  private boolean closed;

  Pool(PoolSpec spec, PoolHost host, Judge judge) {
    this.spec = spec;
    this.host = host;
    this.judge = judge;
    this.envelope = new Envelope(spec);
    this.overflow = new Overflow(spec.name(), host);
    this.subscription = Subscription.to(spec.events());
    this.listeners = new Listener[spec.listeners().size()];
    for (int i = 0; i < listeners.length; i++) {
      listeners[i] = new Listener(this, host, spec.listeners().get(i));
      positions.put(listeners[i], i);
    }
  }

  String name() {
    return spec.name();
  }

  /** Its listeners under their names. */
  Map<ProcessId, Listener> listeners() {
    Map<ProcessId, Listener> byId = new HashMap<>();
    for (int i = 0; i < listeners.length; i++) {
      byId.put(spec.listeners().get(i), listeners[i]);
    }
    return byId;
  }

  /** How it fares. */
  PoolFigures figures() {
    return figures;
  }

  boolean wants(EventType type) {
    return subscription.includes(type);
  }

  /** Takes an event it wants, and sends it on where it can. */
  void accept(PublishedEvent event) {
    makeRoom();
    buffer.addLast(new BufferedEvent(event, nextSerial++));
    figures.accepted();
    dispatch();
    figures.waiting(buffer.size());
  }

  /** Takes an event back that a listener did not deal with: it is the next to be sent. */
  void putBack(BufferedEvent event) {
    if (closed) {
      return;
    }
    noteRebuffering(event);
    makeRoom();
    buffer.addFirst(event);
    figures.waiting(buffer.size());
  }

  /** A listener's condition changed: sends what can be sent. */
  void update(Listener listener) {
    Integer position = positions.get(listener);
    if (position != null) {
      available.set(position, listener.isAvailable());
    }
    dispatch();
    figures.waiting(buffer.size());
  }

  /** Has a listener's answer judged; null where {@code later} will be told. */
  @Nullable Verdict judge(BufferedEvent event, byte[] result, Consumer<Verdict> later) {
    return judge.judge(event.published().event(), result, later);
  }

  /** All that another pool needs to go on in its place. */
  PoolsMemory.Pool remember() {
    return new PoolsMemory.Pool(
        spec,
        nextSerial,
        buffer.stream().map(BufferedEvent::remember).toList(),
        Stream.of(listeners).map(Listener::remember).toList());
  }

  /**
   * Goes on where another one left off.
   *
   * @param shared events that pools have in common, by their number
   */
  void resume(PoolsMemory.Pool memory, Map<Long, PublishedEvent> shared) {
    nextSerial = memory.nextSerial();
    memory.waiting().forEach(event -> buffer.addLast(BufferedEvent.of(event, shared)));
    for (PoolsMemory.Listener left : memory.listeners()) {
      int position = spec.listeners().indexOf(left.id());
      listeners[position].resume(left, shared);
      available.set(position, listeners[position].isAvailable());
    }
    dispatch();
  }

  /** The pool was removed: what it holds is dropped, as Supervisor drops it. */
  void close() {
    closed = true;
    buffer.clear();
    available.clear();
    judge.close();
    overflow.close();
  }

  private void dispatch() {
    if (available.isEmpty()) {
      return;
    }
    for (BufferedEvent event = buffer.pollFirst(); event != null; event = buffer.pollFirst()) {
      if (!send(event)) {
        noteRebuffering(event);
        buffer.addFirst(event);
        return;
      }
    }
  }

  /** Sends to the first listener, in configuration order, that can take it. */
  private boolean send(BufferedEvent event) {
    int position = available.nextSetBit(0);
    if (position < 0) {
      return false;
    }
    byte[] sealed = envelope.seal(event);
    while (position >= 0) {
      available.clear(position);
      if (listeners[position].send(event, sealed)) {
        return true;
      }
      position = available.nextSetBit(position);
    }
    return false;
  }

  private void makeRoom() {
    if (buffer.size() < spec.bufferSize()) {
      return;
    }
    BufferedEvent oldest = buffer.pollFirst();
    if (oldest != null) {
      figures.dropped();
      overflow.dropped(oldest.serial());
    }
  }

  private void noteRebuffering(BufferedEvent event) {
    if (host.debugging()) {
      host.debug(
          "rebuffering event %d for pool %s (buf size=%d, max=%d)"
              .formatted(event.serial(), spec.name(), buffer.size(), spec.bufferSize()));
    }
  }
}
