package org.steward.core.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.ConfigSource;
import org.steward.core.config.Configuration;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ServerUrl;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.loop.LoopSettings;
import org.steward.core.loop.SupervisionLoop;
import org.steward.core.loop.SupervisorControl;
import org.steward.core.loop.UserPrefix;
import org.steward.core.output.OutputLoop;
import org.steward.core.output.OutputSettings;
import org.steward.core.posix.Clock;
import org.steward.core.posix.Posix;

/**
 * The daemon from one reading of its configuration to the next restart: the two loops and all that
 * belongs to them. Made, run and closed on the daemon's main thread.
 */
final class Generation {
  private final Configuration configuration;
  private final OutputLoop output;
  private final SupervisionLoop loop;
  private final AutoLogs autoLogs;
  private final SupervisorControl control;
  private final Pidfile pidfile;
  private final Thread thread;
  private final boolean asRoot;
  private final List<CompletableFuture<Void>> added = new ArrayList<>();

  Generation(System system, Configuration configuration, ConfigSource source) {
    this.configuration = configuration;
    SupervisordConfig daemon = configuration.supervisord();
    Posix posix = system.posix();
    output = new OutputLoop(posix, system.clock(), OutputSettings.of(daemon));
    loop =
        new SupervisionLoop(
            posix,
            system.clock(),
            new SupervisionLoop.Rim(output, output.activityLog()),
            system.replies(),
            new LoopSettings(
                daemon.identifier(),
                system.environment(),
                ServerUrl.of(configuration.servers()).orElse(null),
                posix.pid() == 1),
            system.userPrefix());
    autoLogs = new AutoLogs(daemon, loop.log());
    control =
        loop.control(
            new Desk(source, configuration, autoLogs),
            activityLog(daemon),
            new SupervisorControl.Identity(daemon.identifier(), posix.pid(), system.version()));
    pidfile = new Pidfile(daemon.pidfile(), posix.pid(), loop.log());
    thread = new Thread(loop::run, "supervisor-loop");
    asRoot = posix.uid() == 0;
  }

  /**
   * What a generation needs of the process it runs in.
   *
   * @param posix the system
   * @param clock the time
   * @param replies where replies are handed out
   * @param environment what children inherit
   * @param userPrefix how a child is made to run as another user
   * @param version this software's version
   */
  record System(
      Posix posix,
      Clock clock,
      Executor replies,
      Map<String, String> environment,
      UserPrefix userPrefix,
      String version) {}

  private static @Nullable Path activityLog(SupervisordConfig daemon) {
    Path file = Path.of(daemon.log().file());
    return file.isAbsolute() ? file : null;
  }

  /** Starts the loop and, by their priorities, the programs. */
  void start(List<String> notes) {
    output.start(loop.notices());
    StartupNotices.write(configuration, asRoot, notes, loop.log());
    if (!configuration.supervisord().nocleanup()) {
      autoLogs.removeOld();
    }
    pidfile.write();
    // The first programs start while the log files of the later ones are still being made.
    thread.start();
    for (GroupConfig group : configuration.groups()) {
      added.add(loop.addGroup(autoLogs.prepare(group)).toCompletableFuture());
    }
  }

  /** Waits until all groups are in the running set, so that whoever looks finds them there. */
  void awaitComplete() {
    CompletableFuture.allOf(added.toArray(CompletableFuture[]::new))
        .handle((all, failure) -> true)
        .join();
    added.clear();
  }

  SupervisionLoop loop() {
    return loop;
  }

  SupervisorControl control() {
    return control;
  }

  /** Waits until everything is stopped; returns what for. */
  SupervisorState awaitEnd() throws InterruptedException {
    thread.join();
    return loop.state();
  }

  /** Removes what this generation left in the file system and writes out its logs. */
  void close() {
    pidfile.remove();
    output.close();
  }
}
