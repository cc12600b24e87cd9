package org.steward.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Sandbox;
import org.steward.itests.page.Site;

/** What each of {@code users=} may do, by every way in. */
class RolesTest {
  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static Site site;

  @BeforeAll
  static void start() {
    site =
        Site.of(
                SANDBOX,
                "users=\n  mon read looking\n  bob operate working\n  ann admin secret\n",
                """
                [rpcinterface:supervisor]
                supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
                [supervisorctl]
                [program:sleeper]
                command=sleep 1000
                startsecs=0
                """)
            .start();
    site.daemon().awaitRunning("sleeper");
  }

  @AfterAll
  static void stop() {
    site.daemon().stop();
  }

  private static String status(String login, String method, String path) {
    return SANDBOX
        .command("curl", "-sS", "-o", "-", "-w", "\n%{http_code}", "-u", login, "-X", method)
        .and(site.address("/api/v1" + path))
        .run()
        .out()
        .lines()
        .reduce("", (first, last) -> last);
  }

  private static String call(String login, String method, String... arguments) {
    String url = site.address("/RPC2").replace("://", "://" + login + "@");
    String script = Resources.directory("web").resolve("call.py").toString();
    return SANDBOX.command("python3", script, url, method).and(arguments).run().out().strip();
  }

  private static Command.Result ctl(Implementation client, String login, String... words) {
    String[] user = login.split(":");
    return site.daemon()
        .supervisorctl(client, "-s", site.address(""), "-u", user[0], "-p", user[1])
        .and(words)
        .run();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /processes, 200, 200, 200",
    "POST, /processes/sleeper/sleeper/restart, 403, 200, 200",
    "POST, /config/reread, 403, 403, 200",
    "POST, /daemon/clear-log, 403, 403, 200",
  })
  void jsonApi(String method, String path, String mon, String bob, String ann) {
    assertThat(status("mon:looking", method, path)).isEqualTo(mon);
    assertThat(status("bob:working", method, path)).isEqualTo(bob);
    assertThat(status("ann:secret", method, path)).isEqualTo(ann);
  }

  @Test
  void xmlRpc() {
    assertThat(call("mon:looking", "supervisor.getState")).contains("RUNNING");
    assertThat(call("mon:looking", "supervisor.signalProcess", "sleeper", "CONT"))
        .startsWith("fault 403: FORBIDDEN");
    assertThat(call("bob:working", "supervisor.signalProcess", "sleeper", "CONT"))
        .isEqualTo("True");
    assertThat(call("bob:working", "supervisor.reloadConfig")).startsWith("fault 403: FORBIDDEN");
    assertThat(call("ann:secret", "supervisor.reloadConfig")).isEqualTo("[[[], [], []]]");
  }

  @ParameterizedTest
  @EnumSource
  void supervisorctlOfBoth(Implementation client) {
    assertThat(ctl(client, "mon:looking", "status").out()).contains("RUNNING");
    long pid = site.daemon().child("sleeper").pid();
    Command.Result refused = ctl(client, "mon:looking", "restart", "sleeper");
    assertThat(refused.status()).isNotZero();
    assertThat(refused.out() + refused.err()).containsAnyOf("FORBIDDEN", "403");
    assertThat(site.daemon().child("sleeper").pid()).isEqualTo(pid);
    assertThat(ctl(client, "bob:working", "restart", "sleeper").out()).contains("started");
    assertThat(ctl(client, "bob:working", "reread").status()).isNotZero();
    assertThat(ctl(client, "ann:secret", "reread").out()).contains("No config updates");
  }

  @Test
  void wrongPasswordIsRefusedByEveryWay() {
    assertThat(status("ann:wrong", "GET", "/processes")).isEqualTo("401");
    assertThat(call("ann:wrong", "supervisor.getState")).isEqualTo("status 401");
    Command.Result result = ctl(Implementation.STEWARD, "ann:wrong", "status");
    assertThat(result.status()).isNotZero();
    assertThat(result.out()).doesNotContain("RUNNING");
  }

  @Test
  void shellIsForAdministrators() {
    Command.Result refused = ctl(Implementation.STEWARD, "bob:working", "shell", "felix:lb");
    assertThat(refused.status()).isNotZero();
    assertThat(refused.out() + refused.err()).contains("it is for administrators");
    assertThat(ctl(Implementation.STEWARD, "ann:secret", "shell", "felix:lb").out())
        .contains("Active");
  }

  @Test
  void changesAndRefusalsAreWrittenDown() {
    assertThat(status("mon:looking", "POST", "/processes/sleeper/sleeper/stop")).isEqualTo("403");
    site.daemon()
        .awaitLog("audit: mon from 127.0.0.1 by api: POST /api/v1/processes/sleeper/sleeper/stop");
    assertThat(status("bob:working", "POST", "/processes/sleeper/sleeper/clear-logs"))
        .isEqualTo("200");
    site.daemon().awaitLog("audit: bob from 127.0.0.1 by api: ");
    call("bob:working", "supervisor.clearProcessLogs", "sleeper");
    site.daemon().awaitLog("audit: bob from 127.0.0.1 by rpc: ");
  }
}
