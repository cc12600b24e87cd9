package org.steward.core.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;
import org.steward.core.config.ProcessConfig;
import org.steward.core.posix.Credentials;
import org.steward.core.process.CommandWords;

/**
 * Finds the file a configured command means, as Supervisor does: a name with a slash is a path, any
 * other is looked for in the PATH of the process's environment, else of the daemon's. Safe on any
 * thread; touches the file system, as the exec that follows does.
 */
public final class CommandResolver {
  private static final String DEFAULT_PATH = "/bin:/usr/bin:/usr/local/bin";

  private final Credentials credentials;
  private final Map<String, String> daemonEnvironment;

  CommandResolver(Credentials credentials, Map<String, String> daemonEnvironment) {
    this.credentials = credentials;
    this.daemonEnvironment = daemonEnvironment;
  }

  /**
   * A command ready to be executed.
   *
   * @param path the file
   * @param argv its arguments, the name as configured first
   */
  record Command(String path, List<String> argv) {}

  /** Finds and checks the file. */
  Command resolve(ProcessConfig config) throws SpawnProblem {
    List<String> argv = words(config.command());
    String program = argv.getFirst();
    String path = program.indexOf('/') >= 0 ? program : search(program, config);
    check(path);
    return new Command(path, argv);
  }

  /** Those of the processes whose file is missing or may not be executed, and why. */
  public Map<ProcessId, SupervisorFault> unstartable(List<ProcessConfig> processes) {
    Map<ProcessId, SupervisorFault> refused = new HashMap<>();
    for (ProcessConfig process : processes) {
      try {
        resolve(process);
      } catch (SpawnProblem problem) {
        refused.put(process.id(), new SupervisorFault(problem.fault(), problem.words()));
      }
    }
    return refused;
  }

  private static List<String> words(String command) throws SpawnProblem {
    List<String> words;
    try {
      words = CommandWords.split(command);
    } catch (IllegalArgumentException e) {
      throw new SpawnProblem(
          Fault.NOT_EXECUTABLE, "can't parse command '" + command + "': " + e.getMessage());
    }
    if (words.isEmpty()) {
      throw new SpawnProblem(Fault.NOT_EXECUTABLE, "command is empty");
    }
    return words;
  }

  private String search(String program, ProcessConfig config) {
    String path = config.surroundings().environment().get("PATH");
    if (path == null) {
      path = daemonEnvironment.getOrDefault("PATH", "");
    }
    for (String directory : (path.isEmpty() ? DEFAULT_PATH : path).split(":", -1)) {
      String candidate = directory.isEmpty() ? program : directory + "/" + program;
      if (attributes(candidate) != null) {
        return candidate;
      }
    }
    return program;
  }

  private void check(String path) throws SpawnProblem {
    PosixFileAttributes attributes = attributes(path);
    if (attributes == null) {
      throw new SpawnProblem(Fault.NO_FILE, "can't find command '" + path + "'");
    }
    if (attributes.isDirectory()) {
      throw new SpawnProblem(Fault.NOT_EXECUTABLE, "command at '" + path + "' is a directory");
    }
    if (attributes.permissions().stream().noneMatch(p -> p.name().endsWith("_EXECUTE"))) {
      throw new SpawnProblem(Fault.NOT_EXECUTABLE, "command at '" + path + "' is not executable");
    }
    if (!credentials.executable(path)) {
      throw new SpawnProblem(Fault.NOT_EXECUTABLE, "no permission to run command '" + path + "'");
    }
  }

  private static @Nullable PosixFileAttributes attributes(String path) {
    try {
      return Files.readAttributes(Path.of(path), PosixFileAttributes.class);
    } catch (IOException | InvalidPathException e) {
      return null; // what cannot be looked at is not there, as stat(2) says
    }
  }
}
