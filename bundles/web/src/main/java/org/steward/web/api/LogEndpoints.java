package org.steward.web.api;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IO;
import org.steward.api.control.LogAccess;
import org.steward.api.control.Supervisor;
import org.steward.api.process.LogStream;
import org.steward.web.api.Endpoint.Gives;
import org.steward.web.http.Exchange;
import org.steward.web.stream.EndlessAnswer;
import org.steward.web.tail.TailFile;

/** Logs, byte for byte: the whole, a part, the end, or all that is added from now on. */
final class LogEndpoints {
  private static final String TAG = "Logs";
  private static final Gives TEXT = Gives.other("text/plain");
  private static final long HEAD = 64 * 1024;

  private final Supervisor supervisor;

  LogEndpoints(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  List<Endpoint> endpoints() {
    return List.of(
        described(
                "/logs/{group}/{name}/{stream}",
                "Gives a log of a process; the stream is stdout or stderr.")
            .writes(TEXT, call -> send(call, processLog(call))),
        described("/logs/daemon", "Gives the daemon's activity log.")
            .writes(TEXT, call -> send(call, supervisor.logs().activityLog())));
  }

  private static Endpoint.Builder described(String path, String summary) {
    return Endpoint.get(TAG, path, summary)
        .number("tail", "only so many bytes of its end; 65536 if left out where it is followed")
        .flag("follow", "true for all that is added, too, until the client goes away")
        .flag("download", "true to have browsers save it")
        .header("Range", "only these bytes; of several ranges the first. Not while it is followed");
  }

  private Optional<Path> processLog(Call call) {
    LogStream stream =
        switch (call.name("stream")) {
          case "stdout" -> LogStream.STDOUT;
          case "stderr" -> LogStream.STDERR;
          default -> throw ApiProblem.of(404, "The stream must be stdout or stderr.");
        };
    return supervisor.logs().processLog(call.process(), stream);
  }

  private void send(Call call, Optional<Path> log) throws IOException {
    if (log.isEmpty()) {
      throw ApiProblem.of(HttpStatus.NOT_FOUND_404, "No log is kept in a file here.");
    }
    HttpFields.Mutable headers = call.exchange().response().getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("X-Accel-Buffering", "no");
    try {
      if (call.flag("follow")) {
        LogAccess logs = supervisor.logs();
        TailFile file = TailFile.open(log.get(), logs, call.number("tail", HEAD));
        headers.put("Steward-Log-Offset", file.position());
        EndlessAnswer.start(call.exchange(), file);
      } else {
        part(call, log.get());
      }
    } catch (java.nio.file.NoSuchFileException gone) {
      throw ApiProblem.of(HttpStatus.NOT_FOUND_404, "The log is not there yet.");
    }
  }

  private static void part(Call call, Path log) throws IOException {
    FileChannel channel = FileChannel.open(log, StandardOpenOption.READ);
    boolean sent = false;
    try {
      long size = channel.size();
      HttpFields.Mutable headers = call.exchange().response().getHeaders();
      headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
      if (call.flag("download")) {
        headers.put("Content-Disposition", "attachment; filename=\"" + fileName(log) + "\"");
      }
      List<String> asked = call.exchange().request().getHeaders().getValuesList(HttpHeader.RANGE);
      List<ByteRange> ranges = ByteRange.parse(asked, size);
      if (!asked.isEmpty() && ranges.isEmpty()) {
        headers.put(HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(size));
        throw ApiProblem.of(
            HttpStatus.RANGE_NOT_SATISFIABLE_416, "The log has " + size + " bytes.");
      }
      Span span = Span.of(ranges, call.number("tail", Long.MAX_VALUE), size);
      if (!ranges.isEmpty()) {
        headers.put(HttpHeader.CONTENT_RANGE, ranges.getFirst().toHeaderValue(size));
        call.exchange().response().setStatus(HttpStatus.PARTIAL_CONTENT_206);
      }
      headers.put(HttpHeader.CONTENT_LENGTH, span.length());
      sent = true;
      copy(call.exchange(), channel, span);
    } finally {
      if (!sent) {
        IO.close(channel);
      }
    }
  }

  /** A part of a file. */
  private record Span(long offset, long length) {
    /** Of several ranges the first only: no client of ours asks for more, and one may be given. */
    static Span of(List<ByteRange> ranges, long tail, long size) {
      if (!ranges.isEmpty()) {
        return new Span(ranges.getFirst().first(), ranges.getFirst().getLength());
      }
      long length = Math.min(size, tail);
      return new Span(size - length, length);
    }
  }

  private static void copy(Exchange exchange, FileChannel channel, Span span) {
    ByteBufferPool pool = exchange.request().getComponents().getByteBufferPool();
    Callback done = Callback.from(() -> IO.close(channel), exchange.watched());
    if (span.length() == 0 || exchange.isMethod("HEAD")) {
      exchange.response().write(true, org.eclipse.jetty.util.BufferUtil.EMPTY_BUFFER, done);
      return;
    }
    Content.copy(
        Content.Source.from(
            new ByteBufferPool.Sized(pool, false, 32 * 1024),
            channel,
            span.offset(),
            span.length()),
        exchange.response(),
        done);
  }

  private static String fileName(Path log) {
    return log.getFileName().toString().replaceAll("[^\\w.+-]", "_");
  }
}
