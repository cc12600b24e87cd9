package org.steward.itests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command line with its surroundings. Immutable. */
public record Command(List<String> words, Path directory, Map<String, String> environment) {

  private static final long MOST_SECONDS = 600;

  /** A command in the present directory, with nothing but a PATH in its environment. */
  public static Command of(String... words) {
    return new Command(List.of(words), Path.of("."), Map.of("PATH", System.getenv("PATH")));
  }

  /** The same in another directory. */
  public Command in(Path other) {
    return new Command(words, other, environment);
  }

  /** The same with more variables. */
  public Command with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new Command(words, directory, all);
  }

  /** The same with one more variable. */
  public Command with(String name, String value) {
    return with(Map.of(name, value));
  }

  /** The same with further words behind. */
  public Command and(String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return new Command(all, directory, environment);
  }

  /** The same run by another command, such as {@code prlimit} or {@code unshare}. */
  public Command under(String... prefix) {
    List<String> all = new ArrayList<>(List.of(prefix));
    all.addAll(words);
    return new Command(all, directory, environment);
  }

  /**
   * How a command ended.
   *
   * @param status its exit status, 128 and the signal's number where a signal ended it
   * @param out what it wrote to stdout, as UTF-8
   * @param err what it wrote to stderr, as UTF-8
   */
  public record Result(int status, String out, String err) {}

  /** Runs it to its end; a command that hangs fails the test. */
  public Result run() {
    return run("");
  }

  /** The same with a text on its standard input. */
  public Result run(String input) {
    return run(
        (process, out) -> {
          try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            // it ended without having read all of it
          }
        });
  }

  /** Runs it until its standard output has a text in it, and then presses Ctrl-C. */
  public Result runUntil(String awaited) {
    // Below a shell's background job SIGINT is ignored, and Python would not see it.
    return under("env", "--default-signal=INT")
        .run(
            (process, out) -> {
              Await.until(
                  this + " writes: " + awaited,
                  () -> text(out).contains(awaited) || !process.isAlive(),
                  () -> text(out));
              new Proc(process.pid()).signal("INT");
            });
  }

  /** What is done with a command while it runs. */
  private interface Meanwhile {
    void act(Process process, Path out) throws IOException;
  }

  private Result run(Meanwhile meanwhile) {
    try {
      Path out = Files.createTempFile("steward-out", "");
      Path err = Files.createTempFile("steward-err", "");
      try {
        Process process =
            builder().redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        meanwhile.act(process, out);
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(this + " still runs; it wrote: " + text(out) + text(err));
        }
        return new Result(process.exitValue(), text(out), text(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts it and returns at once; both its outputs go to the file. */
  public Process start(Path output) {
    try {
      return builder()
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
