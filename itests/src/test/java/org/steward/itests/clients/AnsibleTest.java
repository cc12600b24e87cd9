package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Sandbox;

/** Ansible's module {@code community.general.supervisorctl}, which reads supervisorctl's lines. */
class AnsibleTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  @Timeout(600)
  void everyStateIsReachedAndReportedAsWithSupervisor() {
    CompletableFuture<String> expected =
        CompletableFuture.supplyAsync(() -> play(Implementation.DEBIAN));
    assertThat(play(Implementation.STEWARD))
        .isEqualTo(expected.join())
        .contains("FAILED! =>")
        .contains("\"state\": \"absent\"");
  }

  private String play(Implementation implementation) {
    Server server = Server.start(sandbox, implementation);
    String config = server.daemon().file("supervisord.conf").toString();
    String fresh = "[program:fresh]\ncommand=/bin/sleep 1000\nstartsecs=0\n";
    server.daemon().write("supervisord.conf.new", server.daemon().read("supervisord.conf") + fresh);
    Command.Result result =
        sandbox
            .command(
                "ansible-playbook",
                "-e",
                "config=" + config + " supervisorctl=" + implementation.command("supervisorctl"),
                Resources.directory("clients").resolve("ansible.yml").toString())
            .in(server.daemon().folder())
            .with(surroundings(server))
            .run();
    return server
        .general(result.out())
        .replace(implementation.command("supervisorctl"), "SUPERVISORCTL");
  }

  /** Nothing of the user's own Ansible, and results only. */
  private static Map<String, String> surroundings(Server server) {
    String home = server.daemon().folder().toString();
    return Map.of(
        "HOME", home,
        "ANSIBLE_LOCAL_TEMP", home + "/local",
        "ANSIBLE_REMOTE_TEMP", home + "/remote",
        "ANSIBLE_STDOUT_CALLBACK", "minimal",
        "ANSIBLE_NOCOLOR", "1",
        "ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3",
        "ANSIBLE_LOCALHOST_WARNING", "False",
        "ANSIBLE_INVENTORY_UNPARSED_WARNING", "False");
  }
}
