package org.steward.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;
import org.steward.itests.page.Site;

/** {@code /api/v1/logs} in parts, and while it grows. */
class LogRangesTest {
  private static final String PROGRAMS =
      Rpc.SECTIONS
          + """
          [program:letters]
          command=/bin/sh -c 'printf abcdefghijklmnopqrstuvwxyz; exec sleep 1000'
          startsecs=0
          [program:numbered]
          command=python3 %(ENV_PROGRAMS)s/numbered.py steady %(here)s/count
          startsecs=0
          autostart=false
          stdout_logfile_maxbytes=20KB
          stdout_logfile_backups=50
          """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Site site;

  @BeforeEach
  void startTheDaemon() {
    site = Site.of(sandbox, "", PROGRAMS).start();
    site.daemon().awaitRunning("letters");
  }

  private Command log(String what, String... options) {
    return sandbox.command("curl", "-sS").and(options).and(site.address("/api/v1/logs/" + what));
  }

  private String letters(String range) {
    return log("letters/letters/stdout", "-i", "-r", range).run().out();
  }

  @Test
  void anyPartCanBeHad() {
    Command whole = log("letters/letters/stdout");
    String alphabet = whole.runUntil("z").out();
    assertThat(alphabet).hasSize(26);
    assertThat(letters("3-5"))
        .startsWith("HTTP/1.1 206 ")
        .contains("\r\nContent-Range: bytes 3-5/26\r\n")
        .endsWith("\r\n\r\ndef");
    assertThat(letters("23-")).endsWith("\r\n\r\nxyz");
    assertThat(letters("-2")).endsWith("\r\n\r\nyz");
    assertThat(letters("20-1000")).endsWith("\r\n\r\nuvwxyz");
    assertThat(letters("26-30"))
        .startsWith("HTTP/1.1 416 ")
        .contains("\r\nContent-Range: bytes */26\r\n", "application/problem+json");
    assertThat(log("letters/letters/stdout?tail=4").run().out()).isEqualTo("wxyz");
    assertThat(log("daemon", "-r", "0-3").run().out())
        .isEqualTo(site.daemon().read("supervisord.log").substring(0, 4));
  }

  @Test
  void whoFollowsGetsEveryByteThroughRotations() {
    site.daemon().ctl("start", "numbered");
    String followed =
        log("numbered/numbered/stdout?follow=true&tail=1000000", "-N").runUntil("\n1500 ").out();
    List<Integer> numbers = new ArrayList<>();
    followed.lines().limit(1500).forEach(line -> numbers.add(Integer.valueOf(line.split(" ")[0])));
    for (int i = 1; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
    }
    assertThat(
            site.daemon()
                .folder()
                .toFile()
                .list((folder, name) -> name.matches("numbered-stdout.*\\.log\\.\\d+")))
        .as("rotations")
        .hasSizeGreaterThan(2);
  }
}
