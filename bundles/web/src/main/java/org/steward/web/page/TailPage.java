package org.steward.web.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.web.http.Exchange;
import org.steward.web.http.Names;
import org.steward.web.http.Parameters;
import org.steward.web.http.Route;
import org.steward.web.http.Urls;

/**
 * {@code /tail.html?processname=&limit=}: the end of a process's stdout log, {@code limit} bytes of
 * it, a kilobyte at least.
 */
final class TailPage implements Route {
  private static final Template PAGE = new Template("tail.html");
  private static final int LEAST = 1024;

  /** More than anybody reads in a browser, and little enough to hold in memory. */
  private static final int MOST = 1024 * 1024;

  private final Supervisor supervisor;

  TailPage(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  @Override
  public void handle(Exchange exchange) {
    if (!exchange.isRead() && !exchange.isMethod("POST")) {
      exchange.refuse(HttpStatus.BAD_REQUEST_400);
      return;
    }
    Parameters parameters = Parameters.of(exchange.request().getHttpURI().getQuery(), "");
    String name = parameters.get("processname");
    int limit = limit(parameters.get("limit"));
    Pages.reply(
        exchange,
        PAGE.fill(
            Map.of(
                "name",
                name == null ? "None" : name,
                "text",
                name == null ? "No process name found" : text(name, limit),
                "quoted",
                Urls.encode(name == null ? "" : name),
                "limit",
                Integer.toString(limit))));
  }

  private static int limit(@Nullable String asked) {
    try {
      return asked == null ? LEAST : Math.clamp(Long.parseLong(asked), LEAST, MOST);
    } catch (NumberFormatException notANumber) {
      return LEAST;
    }
  }

  private String text(String name, int limit) {
    try {
      ProcessId id = Names.parse(name);
      if (id == null) {
        throw new SupervisorFault(Fault.BAD_NAME, name);
      }
      Optional<Path> log = supervisor.logs().processLog(id, LogStream.STDOUT);
      return log.isEmpty() ? "No file for " + name : LogEnd.read(log.get(), limit);
    } catch (SupervisorFault fault) {
      return fault.fault() == Fault.NO_FILE
          ? "No file for " + name
          : "ERROR: " + Actions.unexpected(fault);
    } catch (IOException unreadable) {
      return "No file for " + name;
    }
  }
}
