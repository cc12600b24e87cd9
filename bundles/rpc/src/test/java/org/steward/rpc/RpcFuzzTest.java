package org.steward.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.rpc.RpcAnswer;

/**
 * Whatever arrives has an answer that can be parsed, or is a bad request: at once, and nothing
 * else.
 */
class RpcFuzzTest {
  private static final int MUTANTS = 4_000;
  private static final List<byte[]> SEEDS =
      List.of(
          Wire.request("supervisor.getState"),
          Wire.request("supervisor.startProcess", "cat:cat", true),
          Wire.request("supervisor.readLog", -100, 0),
          Wire.request("x.y", 1.5, "\u00FC\uD83D\uDE00&<>".getBytes(UTF_8)),
          Wire.request(
              "system.multicall",
              List.of(
                  Map.of("methodName", "supervisor.getPID", "params", List.of()),
                  Map.of("methodName", "a.b", "params", List.of("x", 1, false, List.of())))));
  private static final String[] PIECES = {
    "<",
    ">",
    "&",
    "</value>",
    "<value>",
    "<struct>",
    "</struct>",
    "<member>",
    "<name>",
    "<array>",
    "<data>",
    "<params>",
    "<param>",
    "<methodName>",
    "</methodCall>",
    "<nil/>",
    "<i8>",
    "<int>",
    "<!DOCTYPE x [",
    "]>",
    "<!ENTITY e 'x'>",
    "&e;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?x",
    "?>",
    "&#0;",
    "&#xD800;",
    "xmlns='u'",
    "\u0000",
    "\uFFFF",
    "<base64>",
    "<dateTime.iso8601>"
  };

  private final RpcBench bench = new RpcBench();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mutatedRequestsAreReadOrRejected(long seed) {
    Random random = new Random(seed);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutate(random);
            assertThat(verdict(mutant))
                .as("seed %d, mutant %d: %s", seed, i, new String(mutant, UTF_8))
                .isIn("answer", "bad request");
          }
        });
  }

  private String verdict(byte[] body) {
    try {
      return switch (bench.raw(body)) {
        case RpcAnswer.Document(byte[] answer) -> Wire.parse(answer) == null ? "null" : "answer";
        case RpcAnswer.BadRequest(String reason) -> reason.isEmpty() ? "no reason" : "bad request";
      };
    } catch (Throwable t) {
      return t.toString();
    }
  }

  private static byte[] mutate(Random random) {
    byte[] body = SEEDS.get(random.nextInt(SEEDS.size()));
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      int at = random.nextInt(body.length + 1);
      int to = Math.min(body.length, at + random.nextInt(40));
      body =
          switch (random.nextInt(5)) {
            case 0 -> spliced(body, at, at, PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
            case 1 -> spliced(body, at, to, new byte[0]);
            case 2 -> spliced(body, at, at, Arrays.copyOfRange(body, at, to));
            case 3 -> spliced(body, at, Math.min(body.length, at + 1), bytes(random, 1));
            default -> spliced(body, at, to, PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
          };
    }
    return body;
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] spliced(byte[] body, int from, int to, byte[] piece) {
    byte[] result = new byte[body.length - (to - from) + piece.length];
    System.arraycopy(body, 0, result, 0, from);
    System.arraycopy(piece, 0, result, from, piece.length);
    System.arraycopy(body, to, result, from + piece.length, body.length - to);
    return result;
  }
}
