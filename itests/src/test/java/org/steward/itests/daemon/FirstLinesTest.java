package org.steward.itests.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Sandbox;

/** What the activity log says before the first program is started is what the original says. */
@NeedsRoot
class FirstLinesTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private static List<String> lines(Daemon daemon) {
    return daemon.generalLog().stream().takeWhile(line -> !line.contains("spawned")).toList();
  }

  @Test
  void namesTheUserTheServersAndTheLimits() {
    Pair pair =
        sandbox.pair(
            """
            [supervisord]
            user=root
            minfds=700
            minprocs=300

            [unix_http_server]
            file=%(here)s/s.sock

            [rpcinterface:supervisor]
            supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

            [include]
            files=%(here)s/conf.d/*.conf %(here)s/none/*.conf

            [program:sleeper]
            command=sleep 1000
            """);
    pair.each(
            daemon -> {
              daemon.file("conf.d").toFile().mkdir();
              daemon.write("conf.d/b.conf", "[program:b]\ncommand=sleep 1000\n");
              daemon.write("conf.d/a.conf", "[program:a]\ncommand=sleep 1000\n");
              daemon.startedBy(
                  command -> command.under("prlimit", "--nofile=500:5000", "--nproc=100:5000"));
            })
        .start()
        .awaitLog("spawned: 'sleeper'");
    assertThat(lines(pair.steward())).isEqualTo(lines(pair.debian()));
  }

  @Test
  void warnsOfRunningAsRootUnasked() {
    Daemon daemon = sandbox.steward("").start();
    assertThat(daemon.generalLog()).anyMatch(line -> line.matches("CRIT .*root.*user=root.*"));
  }
}
