package org.steward.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A supervisord with a folder, a configuration and a log of its own.
 *
 * <p>Every configuration is preceded by a {@code [supervisord]} section that keeps its files in the
 * folder; a further one may overrule it, as sections of one name are merged. {@code %(here)s} is
 * the folder, {@code %(ENV_PROGRAMS)s} the folder of the test programs.
 */
public final class Daemon {

  private static final String PRELUDE =
      """
      [supervisord]
      logfile=%(here)s/supervisord.log
      pidfile=%(here)s/supervisord.pid
      childlogdir=%(here)s

      """;

  private final Sandbox sandbox;
  private final Implementation implementation;
  private final Path folder;
  private UnaryOperator<Command> surroundings = command -> command;
  private Process process;

  Daemon(Sandbox sandbox, Implementation implementation, String name, String configuration) {
    this.sandbox = sandbox;
    this.implementation = implementation;
    this.folder = sandbox.directory().resolve(name);
    try {
      Files.createDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    configure(configuration);
  }

  /** Replaces the configuration file. */
  public Daemon configure(String configuration) {
    write("supervisord.conf", PRELUDE + configuration);
    return this;
  }

  /** Changes how the daemon is started: its environment, or a command that runs it. */
  public Daemon startedBy(UnaryOperator<Command> change) {
    surroundings = change;
    return this;
  }

  /** The command line that starts it. */
  public Command command(String... arguments) {
    List<String> words = new ArrayList<>(List.of(implementation.command("supervisord")));
    words.addAll(List.of(arguments));
    return surroundings.apply(sandbox.command(words.toArray(String[]::new)).in(folder));
  }

  /** Starts it in the foreground and waits until its log says that it is up. */
  public Daemon start(String... arguments) {
    launch(arguments);
    return awaitLog("supervisord started with pid");
  }

  /** Starts it in the foreground, and does not wait. */
  public Daemon launch(String... arguments) {
    List<String> words = new ArrayList<>(List.of("-n", "-c", file("supervisord.conf").toString()));
    words.addAll(List.of(arguments));
    process = command(words.toArray(String[]::new)).start(file("console"));
    return this;
  }

  /** Ends it by SIGTERM; returns its exit status once it has. */
  public int stop() {
    signal("TERM");
    return awaitExit();
  }

  /** Waits for its end; returns its exit status. */
  public int awaitExit() {
    Await.until("the daemon ends", () -> !process.isAlive(), this::seen);
    return process.exitValue();
  }

  /** Sends it a signal by its name without SIG. */
  public void signal(String name) {
    proc().signal(name);
  }

  /** The daemon as a process. */
  public Proc proc() {
    return new Proc(process.pid());
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** A file of its folder. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  /** Writes a file into its folder. */
  public Path write(String name, String text) {
    try {
      return Files.writeString(file(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of its folder as text, empty where there is none. */
  public String read(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** A file of its folder, empty where there is none. */
  public byte[] bytes(String name) {
    try {
      return Files.exists(file(name)) ? Files.readAllBytes(file(name)) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its activity log. */
  public List<LogLine> log() {
    return read("supervisord.log").lines().map(LogLine::of).toList();
  }

  /**
   * What the activity log tells of one program, without what differs from run to run: process ids
   * are N, the folder is DIR. Without the lines that tell whom a shutdown waits for, as these
   * depend on the moment; and a kill counts once, which Debian's repeats each time it looks.
   */
  public List<String> story(String program) {
    List<String> story = new ArrayList<>();
    log().stream()
        .filter(line -> line.names(program) && !line.message().matches("(waiting for|audit:) .*"))
        .map(line -> line.general(folder.toString()).toString())
        .filter(line -> !(line.contains("killing") && story.contains(line)))
        .forEach(story::add);
    return story;
  }

  /** All of the activity log without what differs from run to run. */
  public List<String> generalLog() {
    return log().stream().map(line -> line.general(folder.toString()).toString()).toList();
  }

  /** Waits for a text in the activity log. */
  public Daemon awaitLog(String text) {
    return awaitLog(text, 1);
  }

  /** Waits until a text is in that many lines of the activity log. */
  public Daemon awaitLog(String text, int times) {
    Await.until(
        "the log says " + times + " times: " + text,
        () -> {
          boolean gone = !process.isAlive();
          boolean said = log().stream().filter(l -> l.message().contains(text)).count() >= times;
          if (gone && !said) {
            throw new AssertionError("it ended without saying: " + text + "\n" + seen());
          }
          return said;
        },
        this::seen);
    return this;
  }

  /** Waits until a file of its folder has a text in it. */
  public Daemon awaitFile(String name, String text) {
    Await.until(
        name + " has: " + text, () -> read(name).contains(text), () -> read(name) + "\n" + seen());
    return this;
  }

  /** The child that was spawned last for a program, by the activity log. */
  public Proc child(String program) {
    Pattern spawned = Pattern.compile("spawned: '" + Pattern.quote(program) + "' with pid (\\d+)");
    Proc found = null;
    for (LogLine line : log()) {
      Matcher matcher = spawned.matcher(line.message());
      if (matcher.matches()) {
        found = new Proc(Long.parseLong(matcher.group(1)));
      }
    }
    assertThat(found).as(program + " was spawned:\n" + seen()).isNotNull();
    return found;
  }

  /**
   * The environment of a program's child, without what differs from run to run, and without the two
   * variables that children of this daemon have beyond Debian's.
   */
  public Map<String, String> environment(String program) {
    Map<String, String> general = new TreeMap<>(child(program).environment());
    general.remove("STEWARD_CHILD"); // by which a later daemon knows its children
    general.remove("PWD"); // which /bin/sh, as the starter of this daemon, sets where it is missing
    general.replaceAll((name, value) -> value.replace(folder.toString(), "DIR"));
    return general;
  }

  /** Waits for a program to run; returns its process. */
  public Proc awaitRunning(String program) {
    awaitLog("success: " + program + " entered RUNNING state");
    return child(program);
  }

  /** Waits until supervisorctl gets an answer. */
  public Daemon awaitAnswer() {
    Await.until("it answers", () -> ctl("pid").status() == 0, () -> ctl("pid") + "\n" + seen());
    return this;
  }

  /** Runs supervisorctl of the same implementation on its configuration. */
  public Command.Result ctl(String... arguments) {
    return supervisorctl(implementation, arguments).run();
  }

  /** A command line of an implementation's supervisorctl on its configuration. */
  public Command supervisorctl(Implementation client, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(client.command("supervisorctl"), "-c", file("supervisord.conf").toString()));
    words.addAll(List.of(arguments));
    return sandbox.command(words.toArray(String[]::new)).in(folder);
  }

  /** What is known of it, for the message of a failure. */
  public String seen() {
    return implementation
        + " log:\n"
        + read("supervisord.log")
        + implementation
        + " console:\n"
        + read("console");
  }
}
