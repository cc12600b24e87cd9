package org.steward.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.steward.core.config.reader.ConfigFuzz;
import org.steward.core.daemon.HandoverFuzz;
import org.steward.core.journal.JournalFuzz;
import org.steward.core.output.CaptureFuzz;
import org.steward.ctl.rpc.AnswerFuzz;
import org.steward.eventlisteners.protocol.TokenFuzz;
import org.steward.rpc.codec.RequestFuzz;
import org.steward.web.http.ParametersFuzz;

/** What is fuzzed, by the name of its folder in {@code corpus}. */
enum Target {
  CONFIG(ConfigFuzz::fuzzerTestOneInput),
  HANDOVER(HandoverFuzz::fuzzerTestOneInput),
  JOURNAL(JournalFuzz::fuzzerTestOneInput),
  CAPTURE(CaptureFuzz::fuzzerTestOneInput),
  REQUEST(RequestFuzz::fuzzerTestOneInput),
  PARAMETERS(ParametersFuzz::fuzzerTestOneInput),
  TOKEN(TokenFuzz::fuzzerTestOneInput),
  ANSWER(AnswerFuzz::fuzzerTestOneInput);

  private final Taker taker;

  Target(Taker taker) {
    this.taker = taker;
  }

  private interface Taker {
    void take(byte[] input) throws IOException;
  }

  void take(byte[] input) throws IOException {
    taker.take(input);
  }

  /** What it is fed to begin with, and what once broke it. */
  List<byte[]> corpus() {
    Path folder = Path.of("corpus", name().toLowerCase(java.util.Locale.ROOT));
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Target::bytes).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
