package org.steward.launcher;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses and creates the directory for what must be written, as the installation may be read-only.
 *
 * <p>A directory that was named (by {@code STEWARD_STATE_DIR}, or by systemd's {@code
 * StateDirectory=} in {@code STATE_DIRECTORY}) is used or the start fails. Otherwise the first that
 * can be written is taken: {@code /var/lib/steward} for root, the user's state directory of the XDG
 * base directories, and at last a directory of the user's own under the temporary one.
 *
 * <p>Whoever may write it has the daemon's rights, as bundles are kept there. So, whatever the
 * umask is, others may not write what is made here; in a named directory that they may write one of
 * its own is used, and one that belongs to another user but root is refused.
 */
final class StateDirectory {

  private static final String NAME = "steward";

  /**
   * Others may pass, not write: root's daemon may become another user, who has to find its own
   * therein.
   */
  private static final FileAttribute<?> NOT_FOR_OTHERS_TO_WRITE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

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
      return safe(make(named.get().toAbsolutePath()));
    }
    Path preferred = user.isRoot() ? systemState.resolve(NAME) : ofUser();
    return isWritable(preferred) ? preferred : createOwn();
  }

  /**
   * Returns the directory for bundle caches. A daemon that root started and that has become another
   * user since finds a named directory that only root may write.
   *
   * @param state what {@link #create} returned
   */
  Path caches(Path state) throws IOException {
    Path parent = Files.isWritable(state) ? state : createOwn();
    return make(parent.resolve("cache"));
  }

  private Path safe(Path directory) throws IOException {
    PosixFileAttributes found = Files.readAttributes(directory, PosixFileAttributes.class);
    int owner = (int) Files.getAttribute(directory, "unix:uid");
    if (owner != user.id() && owner != 0) {
      throw new IOException(
          "cannot use "
              + directory
              + " for state: expected a directory of uid "
              + user.id()
              + " or root, and it is one of uid "
              + owner);
    }
    return found.permissions().contains(OTHERS_WRITE) ? createOwn(directory) : directory;
  }

  private static Path make(Path directory) throws IOException {
    return Files.createDirectories(directory, NOT_FOR_OTHERS_TO_WRITE);
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
      return Files.isWritable(make(directory));
    } catch (IOException cannotBeCreated) {
      return false;
    }
  }

  Path createOwn() throws IOException {
    return createOwn(temporary);
  }

  /**
   * Everybody may write the parent: what already lies there is trusted only if it is ours alone.
   */
  private Path createOwn(Path parent) throws IOException {
    Path directory = parent.resolve(NAME + "-" + user.id());
    if (!Files.exists(directory, NOFOLLOW_LINKS)) {
      return make(directory);
    }
    PosixFileAttributes found =
        Files.readAttributes(directory, PosixFileAttributes.class, NOFOLLOW_LINKS);
    boolean ours = Files.getAttribute(directory, "unix:uid", NOFOLLOW_LINKS).equals(user.id());
    boolean othersWrite =
        found.permissions().contains(GROUP_WRITE) || found.permissions().contains(OTHERS_WRITE);
    if (!found.isDirectory() || !ours || othersWrite) {
      throw new IOException(
          "cannot use "
              + directory
              + " for state: expected a directory of uid "
              + user.id()
              + " that others may not write; set STEWARD_STATE_DIR to another one");
    }
    return directory;
  }
}
