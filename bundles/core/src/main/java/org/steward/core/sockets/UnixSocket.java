package org.steward.core.sockets;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.http.HttpServerSettings.Unix;

/**
 * The file of a UNIX socket.
 *
 * <p>The socket is bound in a directory nobody else can enter, gets its mode and owner there, and
 * is then moved to its path: at no moment can anybody connect whom the configuration does not let.
 */
final class UnixSocket {
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path path;
  private final ServerSocketChannel channel;
  private final Object identity;

  private UnixSocket(Path path, ServerSocketChannel channel, Object identity) {
    this.path = path;
    this.channel = channel;
    this.identity = identity;
  }

  /**
   * Binds the socket and puts it at its path, in place of a socket nobody listens on any more.
   *
   * @throws IOException if somebody listens there, something else than a socket is there, or the
   *     file cannot be made as configured
   */
  static UnixSocket bind(Unix settings) throws IOException {
    Path path = Path.of(settings.path());
    refuseToReplace(path);
    Path hidden = hiddenDirectory(path);
    Path unseen = hidden.resolve("s");
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(unseen), TcpSocket.BACKLOG);
      Files.setAttribute(unseen, "unix:mode", settings.mode() & 07777);
      changeOwner(unseen, settings);
      Object identity = identity(unseen).orElseThrow(() -> new NoSuchFileException(path + ""));
      Files.move(unseen, path, StandardCopyOption.ATOMIC_MOVE);
      return new UnixSocket(path, channel, identity);
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(unseen);
      throw e;
    } finally {
      Files.deleteIfExists(hidden);
    }
  }

  /** Takes over one whose file, if it is still its own, is identified by the text. */
  static UnixSocket resume(Unix settings, ServerSocketChannel channel, @Nullable String file)
      throws IOException {
    Path path = Path.of(settings.path());
    Object identity = identity(path).filter(key -> key.toString().equals(file)).orElse("lost");
    return new UnixSocket(path, channel, identity);
  }

  /** Identifies its file; null where another one has taken its place or it is gone. */
  @Nullable String fileIfOurs() {
    try {
      return identity(path).filter(identity::equals).map(Object::toString).orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  ServerSocketChannel channel() {
    return channel;
  }

  Path path() {
    return path;
  }

  /** The directory of the file. */
  Path directory() {
    return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file's directory");
  }

  /** Whether nothing at all is at the path any more. */
  boolean isGone() {
    return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes the file, unless another one has taken its place. */
  void remove() throws IOException {
    if (identity(path).filter(identity::equals).isPresent()) {
      Files.deleteIfExists(path);
    }
  }

  /** A file's device and inode, empty if there is no file. */
  private static Optional<Object> identity(Path path) throws IOException {
    try {
      return Optional.ofNullable(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .fileKey());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static void refuseToReplace(Path path) throws IOException {
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isOther()) {
      throw new FileAlreadyExistsException(path.toString(), null, "is not a socket");
    }
    if (isListenedOn(path)) {
      throw new BindException("another program is listening on it");
    }
  }

  /** Whether somebody listens; a connection that is refused for another reason proves nothing. */
  private static boolean isListenedOn(Path path) throws IOException {
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.configureBlocking(false);
      probe.connect(UnixDomainSocketAddress.of(path));
      return true;
    } catch (ConnectException refused) {
      return false;
    } catch (SocketException unclear) {
      throw new BindException("cannot tell if somebody listens on it: " + unclear.getMessage());
    }
  }

  private static Path hiddenDirectory(Path path) throws IOException {
    int random = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    return Files.createDirectory(path.resolveSibling("." + Integer.toString(random, 36)), PRIVATE);
  }

  private static void changeOwner(Path file, Unix settings) throws IOException {
    if (settings.uid() >= 0) {
      Files.setAttribute(file, "unix:uid", settings.uid());
    }
    if (settings.gid() >= 0) {
      Files.setAttribute(file, "unix:gid", settings.gid());
    }
  }
}
