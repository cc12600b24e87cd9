package org.steward.itests.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A process seen through {@code /proc}. Fails where it has gone. */
public record Proc(long pid) {

  static List<Proc> withVariable(String name, String value) {
    byte[] wanted = (name + "=" + value).getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(entry -> entry.matches("\\d+"))
          .map(entry -> new Proc(Long.parseLong(entry)))
          .filter(process -> process.hasVariable(wanted))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean hasVariable(byte[] wanted) {
    try {
      byte[] environment = Files.readAllBytes(file("environ"));
      String text = new String(environment, StandardCharsets.ISO_8859_1);
      return ("\0" + text).contains("\0" + new String(wanted, StandardCharsets.ISO_8859_1) + "\0");
    } catch (IOException e) {
      return false; // gone meanwhile, a zombie, or another user's
    }
  }

  private Path file(String name) {
    return Path.of("/proc", Long.toString(pid), name);
  }

  /** Whether it runs: a zombie does not. */
  public boolean isAlive() {
    try {
      return !Files.readString(file("stat")).replaceFirst(".*\\) ", "").startsWith("Z");
    } catch (IOException e) {
      return false;
    }
  }

  /** Kills it at once. */
  public void kill() {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Sends it a signal by its name without SIG. */
  public void signal(String name) {
    Command.of("kill", "-" + name, Long.toString(pid)).run();
  }

  /** A field of its {@code status} file. */
  public String status(String field) {
    return read("status")
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.substring(field.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  /** A field of its {@code stat} file, counted as proc(5) does: 4 is the parent. */
  public long stat(int field) {
    return Long.parseLong(read("stat").replaceFirst(".*\\) ", "").strip().split(" ")[field - 3]);
  }

  /** Its parent's id. */
  public long parent() {
    return stat(4);
  }

  /** Its process group. */
  public long group() {
    return stat(5);
  }

  /** Its session. */
  public long session() {
    return stat(6);
  }

  /** The environment it was started with. */
  public Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    for (String entry : read("environ").split("\0")) {
      int equals = entry.indexOf('=');
      variables.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return variables;
  }

  /** Its command line. */
  public List<String> arguments() {
    return List.of(read("cmdline").split("\0"));
  }

  /** What a link of its folder leads to, such as {@code cwd} or {@code fd/1}. */
  public String link(String name) {
    try {
      return Files.readSymbolicLink(file(name)).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers of its open descriptors. */
  public List<Integer> descriptors() {
    try (Stream<Path> entries = Files.list(file("fd"))) {
      return entries
          .map(entry -> Integer.parseInt(entry.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of its threads, as the kernel has them: fifteen bytes of each at most. */
  public List<String> threads() {
    try (Stream<Path> tasks = Files.list(file("task"))) {
      return tasks.flatMap(Proc::name).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> name(Path task) {
    try {
      return Stream.of(Files.readString(task.resolve("comm")).strip());
    } catch (IOException e) {
      return Stream.empty(); // ended meanwhile
    }
  }

  /** Its direct children, whichever of its threads has started them. */
  public List<Proc> children() {
    try (Stream<Path> tasks = Files.list(file("task"))) {
      return tasks.flatMap(Proc::childrenOf).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Proc> childrenOf(Path task) {
    try {
      return Stream.of(Files.readString(task.resolve("children")).split(" "))
          .filter(child -> !child.isBlank())
          .map(child -> new Proc(Long.parseLong(child.strip())));
    } catch (IOException e) {
      return Stream.empty(); // ended meanwhile
    }
  }

  /** Its {@code limits} file. */
  public String limits() {
    return read("limits");
  }

  private String read(String name) {
    try {
      return new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("process " + pid + " has gone", e);
    }
  }
}
