package org.steward.itests.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Sandbox;

/** Log files of programs have, byte for byte, what Debian's Supervisor puts there. */
class LogFilesTest {

  private static final String PROGRAMS =
      """
      [supervisord]
      identifier=tester

      [program:automatic]
      command=python3 %(ENV_PROGRAMS)s/emit.py hello grüße

      [program:none]
      command=python3 %(ENV_PROGRAMS)s/emit.py megabyte exit
      startsecs=0
      autorestart=false
      stdout_logfile=NONE
      stderr_logfile=NONE

      [program:binary]
      command=python3 %(ENV_PROGRAMS)s/emit.py binary
      stdout_logfile=%(here)s/%(program_name)s.log
      stdout_logfile_maxbytes=0

      [program:redirected]
      command=python3 %(ENV_PROGRAMS)s/emit.py both
      redirect_stderr=true
      stdout_logfile=%(here)s/%(program_name)s.log

      [program:apart]
      command=python3 %(ENV_PROGRAMS)s/emit.py both
      stdout_logfile=%(here)s/%(program_name)s.log
      stderr_logfile=%(here)s/%(program_name)s.err

      [program:captured]
      command=python3 %(ENV_PROGRAMS)s/emit.py captured
      stdout_logfile=%(here)s/%(program_name)s.log
      stdout_capture_maxbytes=1KB

      [program:rotated]
      command=python3 %(ENV_PROGRAMS)s/chunks.py %(here)s/rotated.log 42 100
      stdout_logfile=%(here)s/rotated.log
      stdout_logfile_maxbytes=450
      stdout_logfile_backups=3

      [program:truncated]
      command=python3 %(ENV_PROGRAMS)s/chunks.py %(here)s/truncated.log 22 100
      stdout_logfile=%(here)s/truncated.log
      stdout_logfile_maxbytes=500
      stdout_logfile_backups=0

      [program:endless]
      command=python3 %(ENV_PROGRAMS)s/chunks.py %(here)s/endless.log 30 100
      stdout_logfile=%(here)s/endless.log
      stdout_logfile_maxbytes=0

      [program:shared_a]
      command=python3 %(ENV_PROGRAMS)s/emit.py a
      stdout_logfile=%(here)s/shared.log

      [program:shared_b]
      command=python3 %(ENV_PROGRAMS)s/emit.py b
      stdout_logfile=%(here)s/shared.log
      """;

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static Pair pair;

  @BeforeAll
  static void runAll() {
    pair = SANDBOX.pair(PROGRAMS).start();
    pair.each(
        daemon -> {
          daemon.awaitFile("rotated.log", "000041");
          daemon.awaitFile("endless.log", "000029");
          daemon.awaitFile("redirected.log", "err 499");
          daemon.awaitFile("apart.err", "err 499");
          daemon.awaitFile("captured.log", "ends it all\n");
          daemon.awaitFile("shared.log", "a\n").awaitFile("shared.log", "b\n");
          Await.until("all binary", () -> daemon.bytes("binary.log").length == 302048);
          Await.until("truncated", () -> daemon.read("truncated.log").contains("000021"));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "binary.log",
        "redirected.log",
        "apart.log",
        "apart.err",
        "captured.log",
        "rotated.log",
        "rotated.log.1",
        "rotated.log.2",
        "rotated.log.3",
        "rotated.log.4",
        "truncated.log",
        "truncated.log.1",
        "endless.log",
        "endless.log.1"
      })
  void theFileIsTheSame(String file) {
    assertThat(Files.exists(pair.steward().file(file)))
        .isEqualTo(Files.exists(pair.debian().file(file)));
    assertThat(pair.steward().read(file)).isEqualTo(pair.debian().read(file));
    assertThat(pair.steward().bytes(file)).isEqualTo(pair.debian().bytes(file));
  }

  @Test
  void redirectedOutputKeepsItsOrder() {
    assertThat(pair.steward().read("redirected.log"))
        .startsWith("out 0\nerr 0\nout 1\nerr 1\n")
        .hasLineCount(1000);
  }

  @Test
  void aLogOfItsOwnIsMadeForItsOwnerAlone() throws IOException {
    List<Path> made = automatic(pair.steward(), "automatic-stdout");
    assertThat(made).hasSize(1);
    assertThat(made.getFirst().getFileName().toString())
        .matches("automatic-stdout---tester-\\S+\\.log");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getFirst())))
        .isEqualTo("rw-------");
    Await.until(
        "it has all that was written",
        () -> Files.readString(made.getFirst(), StandardCharsets.UTF_8).equals("hello\ngrüße\n"));
    assertThat(automatic(pair.debian(), "automatic-stdout")).hasSize(1);
    assertThat(automatic(pair.steward(), "automatic-stderr")).hasSize(1);
  }

  @Test
  void outputToNowhereIsReadAndKeptNowhere() throws IOException {
    assertThat(automatic(pair.steward(), "none-")).isEmpty();
    // Its writes would hang where nobody reads.
    pair.awaitLog("exited: none (exit status 0; expected)");
  }

  private static List<Path> automatic(Daemon daemon, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(daemon.folder())) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
  }
}
