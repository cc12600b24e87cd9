package org.steward.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where what users typed is kept: a file for each, in a folder that only the daemon can read. */
final class History {
  private static final String OF_ANYBODY = "anybody";

  private History() {}

  /**
   * The file of a user.
   *
   * @param folder where to keep it, null for nowhere
   * @return empty where there is no place to keep it
   */
  static Optional<Path> fileOf(String user, @Nullable Path folder) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      String name = user.isEmpty() ? OF_ANYBODY : "user-" + URLEncoder.encode(user, UTF_8);
      return Optional.of(folder.resolve(name));
    } catch (IOException readOnly) {
      return Optional.empty();
    }
  }
}
