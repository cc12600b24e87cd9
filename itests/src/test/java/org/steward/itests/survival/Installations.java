package org.steward.itests.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Sandbox;

/** Copies of the distribution beside each other, and a link {@code current} to the one in use. */
final class Installations {
  private final Path folder;

  Installations(Sandbox sandbox) {
    folder = sandbox.directory();
  }

  /** Makes another copy; its files are shared with the others until one is changed. */
  Path install(String name) {
    Path home = folder.resolve(name);
    String from =
        Path.of(Implementation.STEWARD.command("supervisord")).getParent().getParent().toString();
    // Links where that is possible, which /tmp on another file system is not.
    boolean linked =
        Command.of("cp", "-al", from, home.toString()).run().status() == 0
            || Command.of("cp", "-a", from, home.toString()).run().status() == 0;
    assertThat(linked).isTrue();
    return home;
  }

  /** Makes that copy the current one, in one step as an installer does. */
  void use(String name) throws IOException {
    Path fresh = folder.resolve("current.new");
    Files.createSymbolicLink(fresh, Path.of(name));
    Files.move(fresh, folder.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Has a command's program taken from the current copy. */
  Command current(Command command) {
    List<String> words = new ArrayList<>(command.words());
    words.set(0, folder.resolve("current/bin/supervisord").toString());
    return new Command(words, command.directory(), command.environment());
  }

  /** Makes a copy whose Java runtime passes every trial, and crashes when it is to work. */
  Path crashing(String name) throws IOException {
    Path home = install(name);
    Path bin = home.resolve("runtime/bin");
    Files.move(bin.resolve("java"), bin.resolve("java.real"));
    Path java =
        Files.writeString(
            bin.resolve("java"),
            """
            #!/bin/sh
            [ -z "${STEWARD_HANDOVER_CHECK-}" ] || exec "$0.real" "$@"
            kill -KILL $$
            """);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }

  /** The jar of a bundle in a copy, now a file of that copy's own. */
  static Path ownJar(Path home, String bundle) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("lib/bundles"))) {
      Path jar =
          files
              .filter(file -> file.getFileName().toString().matches(bundle + "(-.*)?\\.jar"))
              .findFirst()
              .orElseThrow();
      Path copy = Files.copy(jar, jar.resolveSibling("copy"));
      return Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Takes a class out of a jar. */
  static void remove(Path jar, String type) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Files.delete(zip.getPath(type.replace('.', '/') + ".class"));
    }
  }
}
