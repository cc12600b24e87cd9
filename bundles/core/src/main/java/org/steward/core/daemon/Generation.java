package org.steward.core.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steward.api.metrics.MetricsSource;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.ConfigSource;
import org.steward.core.config.Configuration;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ServerUrl;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.control.SupervisorControl;
import org.steward.core.journal.Journal;
import org.steward.core.journal.JournalEntry;
import org.steward.core.journal.Survivor;
import org.steward.core.loop.LoopSettings;
import org.steward.core.loop.Rim;
import org.steward.core.loop.SupervisionLoop;
import org.steward.core.loop.UserPrefix;
import org.steward.core.loop.Workers;
import org.steward.core.output.OutputLoop;
import org.steward.core.output.OutputSettings;
import org.steward.core.posix.Clock;
import org.steward.core.posix.Held;
import org.steward.core.posix.Posix;

/**
 * The daemon from one reading of its configuration to the next restart: the two loops and all that
 * belongs to them. Made, run and closed on the daemon's main thread.
 */
final class Generation {
  private final System system;
  private final Configuration configuration;
  private final Desk desk;
  private final OutputLoop output;
  private final SupervisionLoop loop;
  private final Past past;
  private final AutoLogs autoLogs;
  private final SupervisorControl control;
  private final Pidfile pidfile;
  private final Thread thread;
  private final boolean asRoot;
  private final List<CompletableFuture<Void>> added = new ArrayList<>();

  Generation(System system, Configuration configuration, ConfigSource source, Past past) {
    this(system, configuration, configuration, source, past);
  }

  /**
   * A generation.
   *
   * @param latest the configuration as last read, which may be later than the one in force
   */
  Generation(
      System system,
      Configuration configuration,
      Configuration latest,
      ConfigSource source,
      Past past) {
    this.system = system;
    this.configuration = configuration;
    this.past = past;
    SupervisordConfig daemon = configuration.supervisord();
    Posix posix = system.posix();
    output =
        new OutputLoop(
            posix, system.clock(), OutputSettings.of(daemon, past.adopt()), past.journal());
    Rim rim = new Rim(output, output.activityLog());
    loop =
        new SupervisionLoop(
            posix,
            system.clock(),
            rim,
            system.workers(),
            new LoopSettings(
                daemon.identifier(),
                system.environment(),
                ServerUrl.of(configuration.servers()).orElse(null),
                posix.pid() == 1,
                past.lineage(system.clock(), posix.pid()),
                daemon.controlGroups()),
            system.userPrefix());
    autoLogs = new AutoLogs(daemon, loop.log(), past.survivors());
    desk = new Desk(source, latest, autoLogs);
    control =
        new SupervisorControl(
            loop.handle(),
            new SupervisorControl.Desks(
                desk, new Upgrades(posix, system.succession(), loop.log(), past.upgrade())),
            loop.commands(),
            rim,
            new SupervisorControl.Identity(
                daemon.identifier(), posix.pid(), system.version(), activityLog(daemon)));
    pidfile = new Pidfile(daemon.pidfile(), posix, loop.log());
    thread = new Thread(loop::run, "supervisor-loop");
    asRoot = posix.uid() == 0;
  }

  /**
   * What a generation needs of the process it runs in.
   *
   * @param posix the system
   * @param clock the time
   * @param workers what does what its loop must not do itself
   * @param environment what children inherit
   * @param userPrefix how a child is made to run as another user
   * @param version this software's version
   * @param stateDirectory where daemons keep what they must write, null for nowhere
   * @param cache the folder of the framework, null for none
   * @param succession how another program takes this one's place
   */
  record System(
      Posix posix,
      Clock clock,
      Workers workers,
      Map<String, String> environment,
      UserPrefix userPrefix,
      String version,
      @Nullable Path stateDirectory,
      @Nullable Path cache,
      Succession succession) {}

  private static @Nullable Path activityLog(SupervisordConfig daemon) {
    Path file = Path.of(daemon.log().file());
    return file.isAbsolute() ? file : null;
  }

  /** Starts the loop and, by their priorities, the programs. */
  void start(List<String> notes) {
    output.start(loop.notices());
    StartupNotices.write(configuration, asRoot, notes, loop.log());
    past.notes().forEach(loop.log()::warn);
    if (!configuration.supervisord().nocleanup()) {
      autoLogs.removeOld();
    }
    pidfile.write();
    // The first programs start while the log files of the later ones are still being made.
    thread.start();
    for (GroupConfig group : configuration.groups()) {
      added.add(loop.handle().addGroup(autoLogs.prepareSurviving(group)).toCompletableFuture());
    }
    loop.handle().groupsComplete();
    dismissUnconfigured();
  }

  /**
   * Takes over what an earlier daemon of this process had.
   *
   * @return begins to work; until then nothing was read, written or started
   */
  Runnable resume(Handover handover) {
    Runnable reading = output.resume(loop.notices(), handover.output());
    loop.resume(handover.loop());
    pidfile.keep();
    past.notes().forEach(loop.log()::warn);
    return () -> {
      reading.run();
      thread.start();
    };
  }

  /** Leaves everything to a later daemon of this process. */
  Handover handOver(SupervisionLoop.Frozen frozen, OpenSockets sockets) {
    Configuration latest = desk.latest();
    Journal journal = past.journal();
    return new Handover(
        system.version(),
        system.clock().nanos(),
        past.upgrade(),
        configuration.withoutSections(),
        latest.equals(configuration) ? null : latest.withoutSections(),
        past.directory(),
        journal == null ? Held.NONE : new Held(journal.lock()),
        sockets.handOver(system.posix()),
        frozen.loop(),
        frozen.output());
  }

  /** Programs that an earlier daemon ran and nothing is configured for any more. */
  private void dismissUnconfigured() {
    Set<ProcessId> configured = new HashSet<>();
    for (GroupConfig group : configuration.groups()) {
      group.processes().forEach(process -> configured.add(process.id()));
    }
    for (Survivor survivor : past.survivors().values()) {
      if (!configured.contains(survivor.id())) {
        if (survivor.child() == null) {
          output.note(new JournalEntry.Forgotten(survivor.id()));
        } else {
          loop.handle().stopLeftover(survivor);
        }
      }
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

  private Set<ProcessId> processes() {
    return control.snapshot().processes().stream()
        .map(ProcessSnapshot::id)
        .collect(Collectors.toSet());
  }

  /** How its two loops fare. */
  List<MetricsSource> figures() {
    return List.of(loop.figures(), output.figures(this::processes));
  }

  /** Waits until everything is stopped; returns what for. */
  SupervisorState awaitEnd() throws InterruptedException {
    thread.join();
    return loop.state();
  }

  /**
   * Writes out its logs and removes what it left in the file system: all it ran has been stopped.
   */
  void close() {
    pidfile.remove();
    output.close();
    if (past.journal() != null) {
      past.journal().discard();
    }
  }

  /** Writes out its logs and leaves everything else to a later daemon. */
  void abandon() {
    output.close();
    past.close();
  }
}
