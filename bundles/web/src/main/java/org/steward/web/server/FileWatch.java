package org.steward.web.server;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * Has a file looked at whenever it may have been deleted, told by the kernel (inotify) and not by a
 * clock. Where its directory is gone too, the nearest one that is left is watched until it comes
 * back.
 */
final class FileWatch implements Closeable {
  private final Path directory;
  private final Runnable look;
  private final WatchService service;

  /**
   * Starts watching, on a thread of its own.
   *
   * @param directory where the file is
   * @param look called on that thread whenever the file may be gone
   * @throws IOException if the kernel has no more watches to give
   */
  FileWatch(Path directory, Runnable look) throws IOException {
    this.directory = directory;
    this.look = look;
    this.service = directory.getFileSystem().newWatchService();
    Thread.ofVirtual().name("web-socket-watch").start(this::watch);
  }

  @Override
  public void close() throws IOException {
    service.close();
  }

  private void watch() {
    try {
      while (true) {
        watchNearest();
      }
    } catch (ClosedWatchServiceException closed) {
      // The end of it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Watches the directory, or what is left of the way to it, for as long as it is the nearest. */
  private void watchNearest() throws InterruptedException {
    Path nearest = nearest();
    boolean complete = nearest.equals(directory);
    WatchKey key;
    try {
      key = nearest.register(service, complete ? ENTRY_DELETE : ENTRY_CREATE);
    } catch (IOException goneMeanwhile) {
      return;
    }
    do {
      look.run();
      service.take().pollEvents();
    } while (key.reset() && complete);
    key.cancel();
  }

  private Path nearest() {
    Path candidate = directory;
    while (!Files.isDirectory(candidate) && candidate.getParent() != null) {
      candidate = candidate.getParent();
    }
    return candidate;
  }
}
