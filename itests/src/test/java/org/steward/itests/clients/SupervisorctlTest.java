package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Sandbox;

/**
 * Every action of supervisorctl, Debian's and ours: neither can tell whether it talks to Debian's
 * supervisord or to this one. What the two say to the same server is compared in the tests of
 * {@code bundles/ctl}.
 */
@Timeout(600)
class SupervisorctlTest {

  private static final String QUESTIONS =
      """
      status
      status all
      status cat worker:* worker:worker_1 pair:left umlauts
      status nope
      status nope:* cat worker:nope worker:
      pid
      pid cat worker:worker_0
      pid late
      pid nope cat
      pid all
      avail
      version
      """;

  private static final String ORDERS =
      """
      start late
      start late
      start missing noexec quick nope cat
      start pair:*
      status pair:*
      start worker:*
      start nope:*
      start nope:nope nope:* late
      stop late late nope
      ~stop worker:*
      ~stop worker:*
      stop nope:*
      start worker:worker_0 worker:
      restart late
      ~restart cat worker:* nope
      restart nope:*
      ~stop all
      status
      ~start all
      ~restart all
      """;

  private static final String SIGNALS =
      """
      signal CONT cat
      signal SIGCONT cat missing nope
      signal 18 cat
      signal FOO cat
      signal CONT worker:*
      signal CONT nope:*
      signal FOO worker:*
      ~signal CONT all
      ~signal FOO all
      """;

  private static final String LOGS =
      """
      tail talk
      tail -3 talk
      tail -3 talk stderr
      tail talk STDERR
      tail umlauts
      tail silent
      tail late
      tail nope
      tail -f talk ^C hello
      tail -f talk stderr ^C oops
      tail -f umlauts ^C gr
      tail -f bytes ^C text
      tail -f nope
      tail -f silent
      maintail -1
      clear talk
      tail talk
      clear nope worker:* worker:nope
      clear all
      fg
      fg nope
      fg late
      fg a b
      """;

  private static final String SERVERS =
      """
      -s URL status
      -s URL update
      -s URL -u me -p geheim status
      -s URL --username=me --pass wrong pid
      -s URL -u me -p geheim tail -f umlauts ^C gr
      -s URL -u me -p geheim maintail -f ^C umlauts entered
      -s unix://DIR/none.sock status
      -s http://127.0.0.1:9 pid
      -i version <<< exit\\n
       <<< pid cat\\n\\nbogus\\n  status nope  \\nstart cat
       <<< shutdown\\nn\\nreload\\nno\\npid nope\\nexit\\nstart cat\\n
      -u me -p geheim <<< open foo\\nopen URL\\nversion\\nhelp\\nhelp start\\n
      help
      help tail
      start
      signal HUP
      exit
      bogus
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @ParameterizedTest
  @EnumSource
  void questions(Implementation client) {
    same(client, (transcript, server) -> transcript.of(QUESTIONS));
  }

  @ParameterizedTest
  @EnumSource
  void orders(Implementation client) {
    same(client, (transcript, server) -> transcript.of(ORDERS));
  }

  @ParameterizedTest
  @EnumSource
  void signals(Implementation client) {
    same(client, (transcript, server) -> transcript.of(SIGNALS));
  }

  @ParameterizedTest
  @EnumSource
  void logs(Implementation client) {
    same(client, (transcript, server) -> transcript.of(LOGS));
  }

  @ParameterizedTest
  @EnumSource
  void serversAndShell(Implementation client) {
    same(client, (transcript, server) -> transcript.of(SERVERS));
  }

  @ParameterizedTest
  @EnumSource
  void changedConfiguration(Implementation client) {
    same(
        client,
        (transcript, server) -> {
          server.configure(
              Server.PROGRAMS
                      .replace(
                          "[program:silent]\ncommand=/bin/sleep 1000",
                          "[program:silent]\ncommand=/bin/sleep 2000")
                      .replace("[program:talk]", "[program:talk2]")
                  + "[program:fresh]\ncommand=/bin/sleep 1000\nstartsecs=0\n");
          String changes =
              transcript.of(
                  """
                  reread
                  avail
                  add fresh fresh nope
                  remove fresh nope
                  stop fresh
                  remove fresh
                  update fresh bogus
                  update
                  status
                  """);
          server.configure("[program:x]\n");
          return changes + transcript.of("reread\nupdate\n");
        });
  }

  @ParameterizedTest
  @EnumSource
  void end(Implementation client) {
    same(
        client,
        (transcript, server) -> {
          String restarted = transcript.of("reload\n");
          server.daemon().awaitLog("supervisord started with pid", 2).awaitAnswer();
          String ended = transcript.of("status\nshutdown\n");
          server.daemon().awaitExit();
          return restarted + ended + transcript.of("status\nstart cat\nshutdown\n");
        });
  }

  private void same(Implementation client, BiFunction<Transcript, Server, String> story) {
    CompletableFuture<String> expected =
        CompletableFuture.supplyAsync(() -> tell(client, Implementation.DEBIAN, story));
    String actual = tell(client, Implementation.STEWARD, story);
    List<String> difference = difference(expected.join(), actual);
    assertThat(difference).as("where Debian's daemon, and then this one, answered").isEmpty();
  }

  /** The first entries of two transcripts that are not the same, and nothing of the rest. */
  private static List<String> difference(String expected, String actual) {
    String[] left = expected.split("(?m)^(?=\\$ )");
    String[] right = actual.split("(?m)^(?=\\$ )");
    int at = Arrays.mismatch(left, right);
    return at < 0 ? List.of() : List.of(entry(left, at), entry(right, at));
  }

  private static String entry(String[] entries, int at) {
    return at < entries.length ? entries[at] : "nothing";
  }

  private String tell(
      Implementation client, Implementation daemon, BiFunction<Transcript, Server, String> story) {
    Server server = Server.start(sandbox, daemon);
    return story.apply(new Transcript(client, server), server);
  }
}
