package org.steward.web.page;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessDescription;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.web.http.Urls;
import org.steward.web.page.Template.Markup;

/**
 * The table of all processes, from the published snapshot. Names of the states' CSS classes are
 * Supervisor's, as pages are scraped by them.
 */
final class StatusPage {
  private static final Template PAGE = new Template("status.html");
  private static final Template MESSAGE = new Template("status-message.html");
  private static final Template ROW = new Template("status-row.html");
  private static final Template LINK = new Template("status-link.html");
  private static final Markup NOTHING = new Markup("");

  private final Supervisor supervisor;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param zone time zone the moments of stops are told in
   */
  StatusPage(Supervisor supervisor, InstantSource clock, ZoneId zone) {
    this.supervisor = supervisor;
    this.clock = clock;
    this.zone = zone;
  }

  /** The page, with a message above the table unless it is null. */
  Markup render(@Nullable String message) {
    long now = clock.instant().getEpochSecond();
    List<Markup> rows =
        supervisor.snapshot().processes().stream()
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .map(process -> row(process, now))
            .toList();
    return PAGE.fill(
        Map.of(
            "message", message == null ? NOTHING : MESSAGE.fill(Map.of("text", message)),
            "identifier", supervisor.identifier(),
            "state", supervisor.snapshot().state().name().toLowerCase(Locale.ROOT),
            "rows", Markup.join(rows),
            "none", rows.isEmpty() ? "No programs to manage" : "",
            "version", supervisor.version()));
  }

  private Markup row(ProcessSnapshot process, long now) {
    String name = process.id().displayName();
    return ROW.fill(
        Map.of(
            "class", cssClass(process.state()),
            "state", process.state().name().toLowerCase(Locale.ROOT),
            "description", ProcessDescription.of(process, now, zone),
            "name", name,
            "quoted", Urls.encode(name),
            "actions", Markup.join(links(process.state(), Urls.encode(name)))));
  }

  private static List<Markup> links(ProcessState state, String name) {
    List<Markup> links = new ArrayList<>();
    switch (state) {
      case RUNNING -> {
        links.add(action("Restart", "restart", name));
        links.add(action("Stop", "stop", name));
      }
      case STOPPED, EXITED, FATAL -> links.add(action("Start", "start", name));
      case STARTING, BACKOFF, STOPPING, UNKNOWN -> {
        // On its way: only its logs can be dealt with.
      }
    }
    links.add(action("Clear Log", "clearlog", name));
    links.add(link("Tail -f Stdout", "logtail/" + name));
    links.add(link("Tail -f Stderr", "logtail/" + name + "/stderr"));
    return links;
  }

  private static Markup action(String label, String action, String name) {
    return link(label, "index.html?processname=" + name + "&action=" + action);
  }

  private static Markup link(String label, String address) {
    return LINK.fill(Map.of("label", label, "address", address));
  }

  private static String cssClass(ProcessState state) {
    return switch (state) {
      case RUNNING -> "statusrunning";
      case FATAL, BACKOFF -> "statuserror";
      case STOPPED, STARTING, STOPPING, EXITED, UNKNOWN -> "statusnominal";
    };
  }
}
