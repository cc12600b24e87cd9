package org.steward.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleException;

/** One run of the daemon: a container, its cache and its end. */
final class Daemon {

  private static final long STOP_MILLISECONDS = 2000;

  /** Set by a daemon that tries this installation before it lets it take its place. */
  private static final String REHEARSAL = "STEWARD_HANDOVER_CHECK";

  private final Installation installation;
  private final CacheSlot cache;
  private final Container container;
  private final boolean rehearsal;
  private final AtomicBoolean ending = new AtomicBoolean();

  private Daemon(
      Installation installation, CacheSlot cache, Container container, boolean rehearsal) {
    this.installation = installation;
    this.cache = cache;
    this.container = container;
    this.rehearsal = rehearsal;
  }

  static Daemon prepare(Path home, Map<String, String> environment) throws IOException {
    Installation installation = new Installation(home);
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    StateDirectory choice =
        new StateDirectory(environment, User.current(), Path.of("/var/lib"), temporary);
    Path state = choice.create();
    CacheSlot cache = CacheSlot.acquire(choice.caches(state));
    String plugins = environment.getOrDefault("STEWARD_PLUGINS", "");
    Map<String, String> settings = Settings.of(installation, state, cache.folder(), plugins);
    boolean rehearsal = environment.containsKey(REHEARSAL);
    if (rehearsal) {
      settings.put("steward.plugins", cache.folder().resolve("none").toString());
    }
    return new Daemon(
        installation,
        cache,
        new Container(settings, System.getProperty("java.class.path")),
        rehearsal);
  }

  /**
   * Runs until core asks for the end or the framework is stopped, and then ends the process.
   *
   * @param arguments the command line
   */
  void run(List<String> arguments) throws IOException, BundleException, InterruptedException {
    container.start(arguments, this::requestExit);
    try {
      startBundles(installation.startLevels());
    } catch (IllegalStateException e) {
      // A framework that is being stopped meanwhile refuses bundles.
      if (!ending.get()) {
        throw e;
      }
    }
    container.awaitStop();
    if (!ending.get()) {
      halt(0);
    }
    // Else the thread of the request ends the process, with the status it was given.
    Thread.currentThread().join();
  }

  private void startBundles(List<StartLevel> levels) throws BundleException, InterruptedException {
    container.startNow(levels.getFirst());
    if (rehearsal && !ending.get()) {
      rehearse(levels.subList(1, levels.size()));
    }
    // Not after --help and the like. Core runs programs already while the others come up.
    if (!ending.get()) {
      container.startInTurn(levels.subList(1, levels.size()));
    }
  }

  /** Who tries this installation reads the last word. */
  private void rehearse(List<StartLevel> levels) throws InterruptedException {
    List<String> problems = container.rehearse(levels);
    problems.forEach(System.err::println);
    if (problems.isEmpty()) {
      System.out.println("ready");
    }
    halt(problems.isEmpty() ? 0 : 1);
  }

  /**
   * Core's way out, once all is cleaned up: returns at once, as it is called from inside a bundle
   * that the end is going to stop. The first status counts.
   */
  private void requestExit(int status) {
    if (ending.compareAndSet(false, true)) {
      Thread.ofPlatform().name("launcher-exit").start(() -> end(status));
    }
  }

  private void end(int status) {
    try {
      container.stop(STOP_MILLISECONDS);
    } catch (BundleException | InterruptedException e) {
      System.err.println("supervisord: cannot stop the bundles: " + e.getMessage());
    } finally {
      halt(status);
    }
  }

  /** Halts: shutdown hooks of bundles would have no bound. */
  private void halt(int status) {
    try {
      cache.close();
    } finally {
      Runtime.getRuntime().halt(status);
    }
  }
}
