package org.steward.ctl.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One supervisorctl with a daemon of its own. */
record Side(List<String> program, Sandbox sandbox, Path directory) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What a run printed and the status it ended with. */
  record Outcome(String out, int status) {}

  static Side theirs(Path directory) throws IOException {
    return new Side(List.of("/usr/bin/supervisorctl"), Sandbox.start(directory), directory);
  }

  static Side ours(Path directory) throws IOException {
    List<String> program =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.steward.ctl.Main",
            "supervisorctl");
    return new Side(program, Sandbox.start(directory), directory);
  }

  /** Runs a command line with a text on standard input. */
  Outcome run(String input, List<String> args) {
    return finish(
        () -> {
          Process process = start(args);
          try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            // it ended without reading
          }
          return process;
        });
  }

  /** Runs a command line until it has printed something, and then presses Ctrl-C. */
  Outcome interrupt(String awaited, List<String> args) {
    return finish(
        () -> {
          Process process = start(args);
          await().atMost(PATIENCE).until(() -> printed().contains(awaited));
          new ProcessBuilder("/bin/sh", "-c", "kill -INT " + process.pid()).start().waitFor();
          return process;
        });
  }

  private interface Run {
    Process start() throws IOException, InterruptedException;
  }

  private Outcome finish(Run run) {
    try {
      Process process = run.start();
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return new Outcome(sandbox.anonymous(printed()), process.exitValue());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("cannot run " + program, e);
    }
  }

  private Process start(List<String> args) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("-c", sandbox.config()));
    for (String arg : args) {
      command.add(
          arg.replace("TCP_URL", sandbox.tcpUrl()).replace("DIRECTORY", directory.toString()));
    }
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectOutput(stdout().toFile())
        .redirectError(directory.resolve("stderr").toFile())
        .start();
  }

  private Path stdout() {
    return directory.resolve("stdout");
  }

  private String printed() throws IOException {
    return Files.readString(stdout());
  }
}
