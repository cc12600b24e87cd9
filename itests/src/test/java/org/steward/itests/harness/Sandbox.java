package org.steward.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A folder of a test's own, and the processes that were started from it. Registered as a field it
 * lasts for one test, registered as a static field for all of the class. At its end every process
 * that descends from it is killed, by its id, and the folder is deleted.
 *
 * <p>Descendants are known by a variable in their environment, so that also those are found that
 * made themselves daemons, changed their session or lost their parents.
 */
public final class Sandbox
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  private static final String MARK = "STEWARD_SANDBOX";

  private final String id = UUID.randomUUID().toString();
  private Path directory;
  private boolean shared;
  private int daemons;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    shared = true;
    open();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    if (!shared) {
      open();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    if (!shared) {
      close();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    close();
  }

  /** Makes the folder; for who does not register it as an extension. */
  public void open() throws IOException {
    // Short, since the paths of UNIX sockets are; and open to all, since programs of other users
    // are to get at their files in it.
    directory = Files.createTempDirectory("steward-").toRealPath();
    Command.of("chmod", "755", directory.toString()).run();
  }

  /** Kills what is left and deletes the folder. */
  public void close() throws IOException {
    for (List<Proc> left = processes(); !left.isEmpty(); left = processes()) {
      left.forEach(Proc::kill);
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** The folder. */
  public Path directory() {
    return directory;
  }

  /** Writes a file into the folder. */
  public Path write(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A daemon of this distribution, not started yet; see {@link Daemon} for the configuration. */
  public Daemon steward(String configuration) {
    return daemon(Implementation.STEWARD, configuration);
  }

  /** A daemon of Debian's Supervisor, not started yet. */
  public Daemon debian(String configuration) {
    return daemon(Implementation.DEBIAN, configuration);
  }

  /** One daemon of each on the same configuration, in folders of their own. */
  public Pair pair(String configuration) {
    return new Pair(steward(configuration), debian(configuration));
  }

  private synchronized Daemon daemon(Implementation implementation, String configuration) {
    return new Daemon(this, implementation, "d" + ++daemons, configuration);
  }

  /** A command that runs in the folder, as a process of this sandbox. */
  public Command command(String... words) {
    return Command.of(words).in(directory).with(environment());
  }

  /** All live processes that descend from this sandbox. */
  public List<Proc> processes() {
    return Proc.withVariable(MARK, id);
  }

  /** The whole environment its processes get: nothing of the developer's leaks in. */
  Map<String, String> environment() {
    return Map.of(
        MARK,
        id,
        "PATH",
        "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME",
        "/root",
        "LANG",
        "C.UTF-8",
        "PROGRAMS",
        Resources.directory("programs").toString(),
        "STEWARD_STATE_DIR",
        directory.resolve("state").toString());
  }
}
