package org.steward.plugins.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.steward.plugins.log.ActivityLines;

/**
 * Keeps the bundles as the jars in the plugin folders are: a new jar is installed, a changed one
 * updated, and with a deleted one its bundle goes. One virtual thread, {@code plugin-folders},
 * looks; it sleeps until something changes.
 */
public final class PluginFolders implements AutoCloseable {
  /** Lets a burst of notices become one look. */
  private static final long BREATH_MILLISECONDS = 20;

  private final List<Path> folders;
  private final Path work;
  private final BundleOps ops;
  private final ActivityLines lines;
  private final Timing timing;
  private final Runnable afterLook;
  private final Bell bell = new Bell();
  private final Map<Path, Deployment> deployments = new ConcurrentSkipListMap<>();
  private final Thread thread;

  /**
   * Watches nothing before {@link #open}.
   *
   * @param folders where plugins are dropped
   * @param work a folder for short-lived copies; made when needed
   * @param timing how long to wait for others
   * @param afterLook told, on the folders' thread, after each look
   */
  public PluginFolders(
      BundleContext context,
      List<Path> folders,
      Path work,
      ActivityLines lines,
      Timing timing,
      Runnable afterLook) {
    this.folders = List.copyOf(folders);
    this.work = work;
    this.ops = new BundleOps(context);
    this.lines = lines;
    this.timing = timing;
    this.afterLook = afterLook;
    this.thread = Thread.ofVirtual().name("plugin-folders").unstarted(this::run);
  }

  /** Begins. */
  public void open() {
    thread.start();
  }

  /** Has the folders looked through soon. Any thread. */
  public void rescan() {
    bell.ring();
  }

  /** The deployment a bundle came by. Any thread. */
  public Optional<DeployedJar> deploymentOf(Bundle bundle) {
    return deployed().filter(jar -> bundle.equals(jar.bundle())).findFirst();
  }

  /** All jars that are there. Any thread. */
  public Stream<DeployedJar> deployed() {
    return deployments.values().stream()
        .map(each -> new DeployedJar(each.jar(), each.bundle(), each.problems()));
  }

  /** Whether a bundle came from a plugin folder. */
  public static boolean isPlugin(Bundle bundle) {
    return bundle.getLocation().startsWith(BundleOps.LOCATION);
  }

  private void run() {
    try (FolderWatch watch = new FolderWatch(folders, bell, lines)) {
      long wait = 0;
      while (!Thread.currentThread().isInterrupted()) {
        bell.await(wait);
        Thread.sleep(BREATH_MILLISECONDS);
        watch.renew();
        wait = look();
        afterLook.run();
      }
    } catch (IOException e) {
      lines.warn("cannot watch the plugin folders: " + e);
    } catch (InterruptedException e) {
      return; // closed
    }
  }

  private long look() throws InterruptedException {
    Map<Path, Stamp> present;
    try {
      present = present();
    } catch (IOException e) {
      lines.warn("cannot look through the plugin folders: " + e);
      return Long.MAX_VALUE; // what is not seen is not taken for gone
    }
    boolean removed = removeAllBut(present.keySet());
    List<Deployment> deployed = new ArrayList<>();
    long wait = Long.MAX_VALUE;
    for (Map.Entry<Path, Stamp> entry : present.entrySet()) {
      Deployment deployment =
          deployments.computeIfAbsent(
              entry.getKey(), jar -> new Deployment(jar, ops, lines, timing, bell::ring));
      int before = deployment.deployments();
      wait = Math.min(wait, deployment.look(entry.getValue(), work));
      if (deployment.deployments() != before) {
        deployed.add(deployment);
      }
    }
    retry(removed, deployed);
    return wait;
  }

  /**
   * What failed for want of a package, or because of a bundle of the same name, may work now that
   * another plugin has come or gone.
   */
  private void retry(boolean removed, List<Deployment> deployed) throws InterruptedException {
    for (Deployment deployment : deployments.values()) {
      boolean others = removed || deployed.stream().anyMatch(each -> each != deployment);
      if (others && deployment.isWorthAnotherTry()) {
        deployment.retry(work);
      }
    }
  }

  private boolean removeAllBut(Collection<Path> present) throws InterruptedException {
    boolean changed = false;
    Iterator<Deployment> each = deployments.values().iterator();
    while (each.hasNext()) {
      Deployment deployment = each.next();
      if (!present.contains(deployment.jar()) && deployment.remove()) {
        each.remove();
        changed = true;
      }
    }
    return changed;
  }

  private Map<Path, Stamp> present() throws IOException {
    Map<Path, Stamp> present = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path jar : entries.filter(PluginFolders::isJar).toList()) {
          add(jar, present);
        }
      } catch (NoSuchFileException | NotDirectoryException e) {
        continue; // no folder, no plugins
      }
    }
    return present;
  }

  private static void add(Path jar, Map<Path, Stamp> present) throws IOException {
    try {
      present.put(jar, Stamp.of(jar));
    } catch (NoSuchFileException justDeleted) {
      return;
    }
  }

  private static boolean isJar(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return name.endsWith(".jar") && !name.startsWith(".") && Files.isRegularFile(entry);
  }

  /** Looks no more; the bundles stay. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
