package org.steward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Feeds each target its corpus, and mutants of it drawn from a seed. {@code fuzz/run} looks
 * further, guided by coverage; what it finds belongs into the corpus.
 */
class CorpusTest {
  private static final int MUTANTS = Integer.getInteger("steward.mutants", 2_000);
  private static final long SEED = Long.getLong("steward.seed", 1L);
  private static final int LONGEST = 16_384;

  @ParameterizedTest
  @EnumSource(Target.class)
  void whateverComesIsTakenOrRefused(Target target) throws IOException {
    List<byte[]> corpus = target.corpus();
    assertThat(corpus).isNotEmpty();
    Random random = new Random(SEED);
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (byte[] input : corpus) {
            feed(target, input);
          }
          for (int i = 0; i < MUTANTS; i++) {
            feed(target, mutant(corpus, random));
          }
        });
    note(target, corpus.size() + MUTANTS);
  }

  private static void feed(Target target, byte[] input) {
    try {
      target.take(input);
    } catch (Exception | StackOverflowError e) {
      String hex = HexFormat.of().formatHex(input);
      throw new AssertionError(target + " cannot take, in hexadecimal: " + hex, e);
    }
  }

  private static byte[] mutant(List<byte[]> corpus, Random random) {
    byte[] bytes = corpus.get(random.nextInt(corpus.size())).clone();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      bytes = mutated(bytes, corpus.get(random.nextInt(corpus.size())), random);
    }
    return bytes;
  }

  private static byte[] mutated(byte[] bytes, byte[] other, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(40));
    int from = random.nextInt(other.length + 1);
    return switch (random.nextInt(5)) {
      case 0 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 1 -> spliced(bytes, at, to, new byte[0]);
      case 2 -> {
        byte[] noise = new byte[1 + random.nextInt(4)];
        random.nextBytes(noise);
        yield spliced(bytes, at, to, noise);
      }
      case 3 ->
          spliced(
              bytes,
              at,
              to,
              Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(200))));
      default -> {
        if (at < bytes.length) {
          bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield bytes;
      }
    };
  }

  private static byte[] spliced(byte[] bytes, int at, int to, byte[] piece) {
    byte[] result = Arrays.copyOf(bytes, at + piece.length + bytes.length - to);
    System.arraycopy(piece, 0, result, at, piece.length);
    System.arraycopy(bytes, to, result, at + piece.length, bytes.length - to);
    return Arrays.copyOf(result, Math.min(result.length, LONGEST));
  }

  /** For docs/reference/resilience.md. */
  private static void note(Target target, int inputs) throws IOException {
    Path figures = Files.createDirectories(Path.of("target/figures"));
    String name = target.name().toLowerCase(Locale.ROOT);
    Files.writeString(
        figures.resolve(name + ".properties"), "inputs." + name + "=" + inputs + "\n");
  }
}
