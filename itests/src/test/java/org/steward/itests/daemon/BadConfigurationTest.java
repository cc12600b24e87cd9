package org.steward.itests.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Sandbox;

/** A configuration that cannot be used is refused before anything is started. */
class BadConfigurationTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  /** A sample: the reader's own tests try every kind of problem. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[program:x]\nnumprocs=1\n",
        "[program:x]\ncommand=cat\nnumprocs=2\n",
        "[program:x]\ncommand=cat\nuser=no_such_user\n",
        "[program:x]\ncommand=cat %(unknown)s\n",
        "[program:x]\ncommand=cat\nstopasgroup=true\nkillasgroup=false\n",
        "[group:g]\nprograms=missing\n",
        "[fcgi-program:x]\ncommand=cat\n",
        "[eventlistener:x]\ncommand=cat\n",
        "[inet_http_server]\nport=seven\n",
        "[supervisord]\nloglevel=loud\n",
        "[supervisord]\nchildlogdir=/no/such/dir\n",
        "stray\n",
      })
  void isRefusedAsByTheOriginal(String configuration) {
    Command.Result debian = run(sandbox.debian(configuration));
    Command.Result steward = run(sandbox.steward(configuration));
    assertThat(debian.status()).as(debian.err()).isEqualTo(2);
    assertThat(steward.status()).as(steward.err()).isEqualTo(2);
    assertThat(steward.out()).isEmpty();
    assertThat(steward.err()).startsWith("Error: ").contains("supervisord.conf:");
    assertThat(sandbox.processes()).isEmpty();
  }

  private static Command.Result run(Daemon daemon) {
    return daemon
        .command("-n", "-s", "-c", daemon.file("supervisord.conf").toString())
        .under("timeout", "--signal=KILL", "20")
        .run();
  }

  @Test
  void allProblemsAreNamedAtOnceWithTheirLines() {
    Daemon daemon =
        sandbox.steward(
            """
            [program:one]
            command=cat
            startsecs=soon

            [program:two]
            command=cat
            stopsignal=NONSENSE
            priority=high
            """);
    Command.Result refused = run(daemon);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .containsPattern("supervisord.conf:8: .*startsecs")
        .containsPattern("supervisord.conf:12: .*stopsignal")
        .containsPattern("supervisord.conf:13: .*priority");
  }
}
