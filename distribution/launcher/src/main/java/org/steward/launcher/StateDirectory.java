package org.steward.launcher;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses and creates the directory for what must be written, as the installation may be read-only.
 *
 * <p>A directory that was named (by {@code STEWARD_STATE_DIR}, or by systemd's {@code
 * StateDirectory=} in {@code STATE_DIRECTORY}) is used or the start fails. Otherwise the first that
 * can be written is taken: {@code /var/lib/steward} for root, the user's state directory of the XDG
 * base directories, and at last a private directory under the temporary one.
 */
final class StateDirectory {

  private static final String NAME = "steward";
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private final Map<String, String> environment;
  private final User user;
  private final Path systemState;
  private final Path temporary;

  StateDirectory(Map<String, String> environment, User user, Path systemState, Path temporary) {
    this.environment = environment;
    this.user = user;
    this.systemState = systemState;
    this.temporary = temporary;
  }

  /**
   * Returns the directory, which exists and is writable.
   *
   * @throws IOException if the named directory cannot be used, or none of the defaults can
   */
  Path create() throws IOException {
    Optional<Path> named = named();
    if (named.isPresent()) {
      return Files.createDirectories(named.get().toAbsolutePath());
    }
    Path preferred = user.isRoot() ? systemState.resolve(NAME) : ofUser();
    return isWritable(preferred) ? preferred : createPrivate();
  }

  private Optional<Path> named() {
    @Nullable String own = environment.get("STEWARD_STATE_DIR");
    if (own != null && !own.isEmpty()) {
      return Optional.of(Path.of(own));
    }
    @Nullable String systemd = environment.get("STATE_DIRECTORY");
    if (systemd != null && !systemd.isEmpty()) {
      // systemd lists several directories with colons in between.
      return Optional.of(Path.of(systemd.split(":", 2)[0]));
    }
    return Optional.empty();
  }

  private Path ofUser() {
    @Nullable String xdg = environment.get("XDG_STATE_HOME");
    // The specification of the base directories says to ignore relative paths.
    return xdg != null && xdg.startsWith("/")
        ? Path.of(xdg, NAME)
        : user.home().resolve(".local/state").resolve(NAME);
  }

  private static boolean isWritable(Path directory) {
    try {
      return Files.isWritable(Files.createDirectories(directory));
    } catch (IOException cannotBeCreated) {
      return false;
    }
  }

  /**
   * Everybody may write the parent: what already lies there is trusted only if it is ours alone.
   */
  Path createPrivate() throws IOException {
    Path directory = temporary.resolve(NAME + "-" + user.id());
    if (!Files.exists(directory, NOFOLLOW_LINKS)) {
      return Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PRIVATE));
    }
    PosixFileAttributes found =
        Files.readAttributes(directory, PosixFileAttributes.class, NOFOLLOW_LINKS);
    boolean ours = Files.getAttribute(directory, "unix:uid", NOFOLLOW_LINKS).equals(user.id());
    if (!found.isDirectory() || !ours || !found.permissions().equals(PRIVATE)) {
      throw new IOException(
          "cannot use "
              + directory
              + " for state: expected a directory of uid "
              + user.id()
              + " with mode 0700; set STEWARD_STATE_DIR to another one");
    }
    return directory;
  }
}
