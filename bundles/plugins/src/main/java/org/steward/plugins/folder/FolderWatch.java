package org.steward.plugins.folder;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.steward.plugins.log.ActivityLines;

/**
 * Rings when anything happens in the plugin folders, by inotify: an idle daemon is not woken.
 * Changes that other machines make on a network file system are not told; for these there is the
 * command to scan.
 */
final class FolderWatch implements AutoCloseable {
  private final List<Path> folders;
  private final Bell bell;
  private final ActivityLines lines;
  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  FolderWatch(List<Path> folders, Bell bell, ActivityLines lines) throws IOException {
    this.folders = folders;
    this.bell = bell;
    this.lines = lines;
    this.service = folders.getFirst().getFileSystem().newWatchService();
    Thread.ofVirtual().name("plugin-watch").start(this::listen);
  }

  private void listen() {
    try {
      while (true) {
        WatchKey key = service.take();
        key.pollEvents();
        key.reset();
        bell.ring();
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      return; // closed
    }
  }

  /** Watches the folders that are not watched yet, or no longer since they were deleted. */
  void renew() {
    for (Path folder : folders) {
      WatchKey key = keys.get(folder);
      if (key == null || !key.isValid()) {
        watch(folder, key != null);
      }
    }
  }

  private void watch(Path folder, boolean again) {
    try {
      if (again) {
        Files.createDirectories(folder);
      }
      keys.put(folder, folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
    } catch (IOException e) {
      lines.warn("cannot watch the plugin folder " + folder + ": " + e);
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
