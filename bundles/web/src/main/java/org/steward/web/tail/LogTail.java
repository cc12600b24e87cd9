package org.steward.web.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.steward.api.control.LogAccess;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.web.http.Exchange;
import org.steward.web.http.Names;
import org.steward.web.http.Route;
import org.steward.web.stream.EndlessAnswer;

/**
 * {@code /logtail/<process>[/stdout|/stderr]} and {@code /mainlogtail}: the last kilobyte of a log
 * and then all that is added to it, for as long as the client stays. 404 where there is no such
 * process or, for now, no such file.
 */
public final class LogTail {
  private static final String PREFIX = "/logtail/";
  private static final int HEAD = 1024;

  private final Supervisor supervisor;

  /**
   * @param supervisor knows the logs
   */
  public LogTail(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** The logs of processes. */
  public Route processes() {
    return exchange -> follow(exchange, processLog(exchange.path()));
  }

  /** The daemon's own log. */
  public Route daemon() {
    return exchange -> follow(exchange, supervisor.logs().activityLog());
  }

  private Optional<Path> processLog(String path) {
    if (!path.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String rest = path.substring(PREFIX.length());
    int slash = rest.indexOf('/');
    String channel = slash < 0 ? "stdout" : rest.substring(slash + 1);
    ProcessId process = Names.parse(slash < 0 ? rest : rest.substring(0, slash));
    if (process == null) {
      return Optional.empty();
    }
    return switch (channel) {
      case "stdout" -> processLog(process, LogStream.STDOUT);
      case "stderr" -> processLog(process, LogStream.STDERR);
      default -> Optional.empty();
    };
  }

  private Optional<Path> processLog(ProcessId process, LogStream stream) {
    try {
      return supervisor.logs().processLog(process, stream);
    } catch (SupervisorFault unknown) {
      return Optional.empty();
    }
  }

  private void follow(Exchange exchange, Optional<Path> log) {
    if (!exchange.isMethod("GET")) {
      exchange.refuse(HttpStatus.BAD_REQUEST_400, "Logs are read by GET.");
      return;
    }
    LogAccess logs = supervisor.logs();
    log.ifPresentOrElse(
        path -> open(exchange, path, logs), () -> exchange.refuse(HttpStatus.NOT_FOUND_404));
  }

  private static void open(Exchange exchange, Path path, LogAccess logs) {
    TailFile file;
    long modified;
    try {
      modified = Files.getLastModifiedTime(path).toMillis();
      file = TailFile.open(path, logs, HEAD);
    } catch (IOException unreadable) {
      exchange.refuse(HttpStatus.NOT_FOUND_404);
      return;
    }
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(modified));
    headers.put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    // Keeps nginx from holding lines back.
    headers.put("X-Accel-Buffering", "no");
    EndlessAnswer.start(exchange, file);
  }
}
