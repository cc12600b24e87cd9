package org.steward.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessId;
import org.steward.web.live.RecentEvents;
import org.steward.web.live.UsageSampler;
import org.steward.web.live.UsageSampler.Sample;
import org.steward.web.live.UsageSampler.Use;
import org.steward.web.stream.Source;

/**
 * Events for one client as server-sent events, and what the processes use where it asked for that.
 *
 * <p>It begins with {@code hello}, which says whether nothing was missed since the client's last
 * event; {@code pages} follows, which names those of plugins, and again whenever they change. A
 * line without meaning every few seconds keeps proxies from taking silence for death.
 */
final class EventStream implements Source {
  private static final int BATCH = 64;
  private static final int HEARTBEAT_SECONDS = 15;

  private final Parts parts;
  private final boolean withUsage;
  private boolean greeted;
  private boolean resumed;
  private long position;
  private long sampleSeen;
  private @Nullable List<PluginPort.Link> linksTold;
  private volatile boolean heartbeatDue;
  private Scheduler.@Nullable Task heartbeat;
  private boolean closed;

  /** What streams are made of. */
  record Parts(
      Supervisor supervisor,
      RecentEvents events,
      UsageSampler usage,
      PluginPort plugins,
      InstantSource clock) {}

  /** The first event of each stream. */
  private record Hello(boolean resumed, long now) {}

  /** What all processes use, or those that changed. */
  private record SampleView(long at, boolean all, Map<String, List<Number>> processes) {}

  private final Scheduler scheduler;

  /**
   * @param lastEventId the id of the last event the client has, null if it has none
   * @param withUsage whether to tell what processes use
   */
  EventStream(Parts parts, Scheduler scheduler, @Nullable String lastEventId, boolean withUsage) {
    this.parts = parts;
    this.scheduler = scheduler;
    this.withUsage = withUsage;
    this.position = parts.events().newest();
    resume(lastEventId);
  }

  private void resume(@Nullable String lastEventId) {
    String prefix = parts.events().epoch() + "-";
    if (lastEventId == null || !lastEventId.startsWith(prefix)) {
      return;
    }
    try {
      long number = Long.parseLong(lastEventId.substring(prefix.length()));
      if (parts.events().reachesBackTo(number)) {
        position = number;
        resumed = true;
      }
    } catch (NumberFormatException notOurs) {
      resumed = false;
    }
  }

  @Override
  public @Nullable ByteBuffer read() {
    StringBuilder text = new StringBuilder();
    if (!greeted) {
      greeted = true;
      text.append("retry: 2000\n");
      append(text, "hello", position, new Hello(resumed, parts.clock().millis()));
    }
    appendLinks(text);
    appendEvents(text);
    appendUsage(text);
    if (heartbeatDue) {
      heartbeatDue = false;
      text.append(":\n\n");
    }
    return text.isEmpty() ? null : ByteBuffer.wrap(text.toString().getBytes(UTF_8));
  }

  private void appendEvents(StringBuilder text) {
    Now now = Now.of(parts.clock(), parts.events());
    for (RecentEvents.Entry entry : parts.events().after(position, BATCH)) {
      position = entry.number();
      append(text, "event", position, EventView.of(entry, parts.supervisor(), now));
    }
  }

  private void appendLinks(StringBuilder text) {
    List<PluginPort.Link> links = parts.plugins().links();
    if (!links.equals(linksTold)) {
      linksTold = links;
      append(text, "pages", position, links);
    }
  }

  private void appendUsage(StringBuilder text) {
    Sample sample = withUsage ? parts.usage().latest() : null;
    if (sample == null || sample.number() == sampleSeen || sample.number() == 0) {
      return;
    }
    boolean all = sample.number() != sampleSeen + 1 || sampleSeen == 0;
    sampleSeen = sample.number();
    Map<String, List<Number>> uses = new HashMap<>();
    for (Map.Entry<ProcessId, Use> entry : (all ? sample.all() : sample.changed()).entrySet()) {
      Use use = entry.getValue();
      uses.put(entry.getKey().qualifiedName(), List.of(use.cpu(), use.memory()));
    }
    append(text, "usage", position, new SampleView(sample.at(), all, uses));
  }

  private void append(StringBuilder text, String type, long number, Object data) {
    text.append("event: ").append(type).append('\n');
    text.append("id: ").append(parts.events().epoch()).append('-').append(number).append('\n');
    text.append("data: ").append(new String(Json.write(data), UTF_8)).append("\n\n");
  }

  @Override
  public Subscription onMore(Runnable wake) {
    Subscription events = parts.events().onMore(wake);
    Subscription pages = parts.plugins().onMore(wake);
    Subscription usage = withUsage ? parts.usage().watch(wake) : () -> {};
    scheduleHeartbeat(wake);
    return () -> {
      events.close();
      pages.close();
      usage.close();
    };
  }

  private synchronized void scheduleHeartbeat(Runnable wake) {
    if (!closed) {
      heartbeat =
          scheduler.schedule(
              () -> {
                heartbeatDue = true;
                wake.run();
                scheduleHeartbeat(wake);
              },
              HEARTBEAT_SECONDS,
              TimeUnit.SECONDS);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    Scheduler.Task scheduled = heartbeat;
    if (scheduled != null) {
      scheduled.cancel();
    }
  }
}
