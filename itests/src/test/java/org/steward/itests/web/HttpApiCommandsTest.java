package org.steward.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Sandbox;
import org.steward.itests.page.Site;

/** The commands of docs/reference/http-api.md, typed as they stand there. */
class HttpApiCommandsTest {
  private static final Path PAGE = Path.of("../docs/reference/http-api.md");

  private static final String PROGRAMS =
      """
      [unix_http_server]
      file=%(here)s/s.sock
      [group:shop]
      programs=web
      [program:web]
      command=/bin/sh -c 'while echo tick; do sleep 0.1; done'
      process_name=web-%(process_num)d
      numprocs=1
      startsecs=0
      """;

  /** What each of them shows, in their order. */
  private static final List<String> SHOWN =
      List.of(
          "\"state\":\"RUNNING\"",
          "\"name\":\"web-0\"",
          "tick\ntick\n",
          "tick\n",
          "\"resumed\":false",
          "event: hello");

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void doWhatThePageSays() throws IOException {
    Site site = Site.of(sandbox, "username=user\npassword=secret", PROGRAMS).start();
    site.daemon().awaitRunning("web-0");
    String page = Files.readString(PAGE);
    String block = page.substring(page.indexOf("```sh\n") + 6, page.indexOf("\n```\n"));
    List<String> commands = block.lines().toList();
    assertThat(commands).hasSameSizeAs(SHOWN);
    for (int i = 0; i < commands.size(); i++) {
      String command =
          commands
              .get(i)
              .replace("localhost:9001", "127.0.0.1:" + site.port())
              .replace("/run/supervisor.sock", site.daemon().file("s.sock").toString());
      Command.Result result = sandbox.command("sh", "-c", "exec " + command).runUntil(SHOWN.get(i));
      assertThat(result.out()).as(command).contains(SHOWN.get(i));
    }
  }
}
