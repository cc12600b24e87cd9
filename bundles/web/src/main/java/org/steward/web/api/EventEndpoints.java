package org.steward.web.api;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.http.Role;
import org.steward.api.process.ProcessId;
import org.steward.web.api.Endpoint.Gives;
import org.steward.web.http.Exchange;
import org.steward.web.live.RecentEvents;
import org.steward.web.stream.EndlessAnswer;

/** What happened, and what happens. */
final class EventEndpoints {
  private static final String TAG = "Events";
  private static final int MOST = 1000;

  private final EventStream.Parts parts;

  EventEndpoints(EventStream.Parts parts) {
    this.parts = parts;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
                TAG,
                "/events",
                "Tells what happens as server-sent events: hello first, which says whether nothing"
                    + " was missed since the Last-Event-ID, then event for each event, and pages"
                    + " for those that plugins offer, at the beginning and when they change. Ends"
                    + " never.")
            .header("Last-Event-ID", "the id of the last event the client has")
            .query("last", "as Last-Event-ID, for clients that cannot set headers")
            .flag("usage", "true to be told of processor time and memory every few seconds, too")
            .writes(Gives.other("text/event-stream"), this::stream),
        Endpoint.post(TAG, "/events", Role.OPERATE, "Sends an event to listeners and handlers.")
            .takes(EventBody.class)
            .does(Gives.one(AcceptedView.class), this::send),
        Endpoint.get(TAG, "/events/recent", "Tells what happened lately, oldest first.")
            .number("limit", "how many events at most; 100 if left out, 1000 at most")
            .reads(Gives.many(EventView.class), call -> recent(call, null)),
        Endpoint.get(
                TAG,
                "/processes/{group}/{name}/events",
                "Tells what happened to one process lately, oldest first.")
            .number("limit", "how many events at most; 100 if left out, 1000 at most")
            .reads(Gives.many(EventView.class), call -> recent(call, call.process())),
        Endpoint.get(TAG, "/usage", "Tells what the processes used over the last minutes.")
            .reads(Gives.one(UsageView.class), call -> UsageView.of(parts.usage().history())));
  }

  private Deed send(Call call) {
    EventBody body = call.body(EventBody.class);
    String kind = body.kind();
    if (kind == null) {
      throw ApiProblem.badRequest("The body must have a kind.");
    }
    return new Deed(
        "send event " + kind,
        parts
            .supervisor()
            .sendRemoteCommEvent(kind, body.data() == null ? "" : body.data())
            .thenApply(done -> new AcceptedView("event")));
  }

  private List<EventView> recent(Call call, @Nullable ProcessId process) {
    int limit = (int) Math.min(MOST, call.number("limit", 100));
    List<RecentEvents.Entry> found =
        parts.events().after(0, Integer.MAX_VALUE).stream()
            .filter(entry -> process == null || isAbout(entry, process))
            .toList();
    return found.subList(Math.max(0, found.size() - limit), found.size()).stream()
        .map(EventView::of)
        .toList();
  }

  private static boolean isAbout(RecentEvents.Entry entry, ProcessId process) {
    return entry.event() instanceof ProcessStateChanged change && change.id().equals(process);
  }

  private static @Nullable String lastEventId(Call call) {
    String header = call.exchange().request().getHeaders().get("Last-Event-ID");
    return header != null ? header : call.query("last");
  }

  private void stream(Call call) {
    Exchange exchange = call.exchange();
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, "text/event-stream;charset=utf-8");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    // Keeps nginx from holding events back.
    headers.put("X-Accel-Buffering", "no");
    EndlessAnswer.start(
        exchange,
        new EventStream(
            parts,
            exchange.request().getComponents().getScheduler(),
            lastEventId(call),
            call.flag("usage")));
  }
}
