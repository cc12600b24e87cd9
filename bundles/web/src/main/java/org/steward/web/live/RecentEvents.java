package org.steward.web.live;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.web.stream.Source;

/**
 * The last things that happened, numbered one by one, for clients that come late or come back.
 *
 * <p>Bounded in number, and each event in size: what programs write is not among them, as logs are
 * followed on their own. Safe on any thread.
 */
public final class RecentEvents implements SupervisorEventHandler {
  /** The types kept, as the whiteboard's property wants them. */
  public static final String[] TYPES = {
    EventType.PROCESS_STATE.name(),
    EventType.PROCESS_GROUP.name(),
    EventType.SUPERVISOR_STATE_CHANGE.name(),
    EventType.REMOTE_COMMUNICATION.name(),
  };

  /** How many are kept. */
  static final int MOST = 4096;

  /** How many characters of what a client sends are kept. */
  static final int LONGEST_TEXT = 4096;

  private final Supplier<SupervisorSnapshot> snapshot;
  private final InstantSource clock;
  private final Watchers watchers = new Watchers();
  private final RestartTally restarts = new RestartTally();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final String epoch = UUID.randomUUID().toString().substring(0, 8);
  private long newest;

  /**
   * @param snapshot where more is found about what an event tells of
   * @param clock tells the time of day
   */
  public RecentEvents(Supplier<SupervisorSnapshot> snapshot, InstantSource clock) {
    this.snapshot = snapshot;
    this.clock = clock;
    restarts.begin(snapshot.get().processes());
  }

  /**
   * One event.
   *
   * @param number its place among all since the daemon's start, from 1
   * @param at when it came here, in milliseconds of the epoch
   * @param detail how the run of a process ended, null for what is no end
   */
  public record Entry(long number, long at, SupervisorEvent event, @Nullable String detail) {}

  /** Changes with each start, so that a number of another life is not taken for one of this. */
  public String epoch() {
    return epoch;
  }

  @Override
  public void onEvent(SupervisorEvent event) {
    count(event);
    String detail = detail(event);
    synchronized (this) {
      if (entries.size() == MOST) {
        entries.removeFirst();
      }
      entries.addLast(new Entry(++newest, clock.millis(), shortened(event), detail));
    }
    watchers.wakeAll();
  }

  private void count(SupervisorEvent event) {
    if (event instanceof ProcessStateChanged change && change.to() == ProcessState.STARTING) {
      snapshot
          .get()
          .process(change.id())
          .ifPresent(process -> restarts.started(process, clock.millis()));
    } else if (event instanceof ProcessGroupChanged change && !change.added()) {
      restarts.removed(change.group());
    }
  }

  /** How often a process was started again in the last hour without being asked for. */
  public int restarts(ProcessId id) {
    return restarts.inTheLastHour(id, clock.millis());
  }

  /** The number of the last event, 0 if there was none. */
  public synchronized long newest() {
    return newest;
  }

  /** Whether nothing is missing between an event and those kept. */
  public synchronized boolean reachesBackTo(long number) {
    return number <= newest && number >= newest - entries.size();
  }

  /** The events behind a number, oldest first. */
  public synchronized List<Entry> after(long number, int most) {
    List<Entry> found = new ArrayList<>();
    if (number < newest) {
      for (Entry entry : entries) {
        if (entry.number() > number && found.size() < most) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  /** Has a callback run after each event. */
  public Source.Subscription onMore(Runnable wake) {
    return watchers.add(wake);
  }

  /** From what was published with the event or, if the process is quick, with one after it. */
  private @Nullable String detail(SupervisorEvent event) {
    return event instanceof ProcessStateChanged change && isEnd(change.to())
        ? snapshot.get().process(change.id()).map(LastExit::of).orElse(null)
        : null;
  }

  private static boolean isEnd(ProcessState state) {
    return state.isStopped() || state == ProcessState.BACKOFF;
  }

  private static SupervisorEvent shortened(SupervisorEvent event) {
    return event instanceof RemoteCommunication(String kind, String data)
        ? new RemoteCommunication(shortened(kind), shortened(data))
        : event;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
