package org.steward.core.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.UpgradeReport;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.Account;
import org.steward.core.config.CommandLine;
import org.steward.core.config.ConfigException;
import org.steward.core.config.ConfigSource;
import org.steward.core.config.Configuration;
import org.steward.core.loop.SupervisionLoop;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * The daemon from the command line to the exit status. {@link #start} returns once the first
 * programs are being started; a thread {@code supervisord} then waits for the end of each
 * generation and begins the next.
 */
final class Daemon {
  /** Status of a daemon whose supervision loop has died of a fault; its programs may live on. */
  private static final int BROKEN = 70;

  private final Generation.System system;
  private final ConfigSources sources;
  private final CommandLine commandLine;
  private final Console console;
  private final Services services;
  private final IntConsumer exit;
  private volatile @Nullable SupervisionLoop living;
  private volatile boolean stopping;
  private volatile @Nullable Thread main;

  Daemon(
      Generation.System system,
      ConfigSources sources,
      CommandLine commandLine,
      Console console,
      Services services,
      IntConsumer exit) {
    this.system = system;
    this.sources = sources;
    this.commandLine = commandLine;
    this.console = console;
    this.services = services;
    this.exit = exit;
  }

  /** Makes the source of configurations for a command line. */
  @FunctionalInterface
  interface ConfigSources {
    /** The source. */
    ConfigSource of(CommandLine.Options options);
  }

  /** Does what the command line says. */
  void start(List<String> arguments) {
    switch (commandLine.parse(arguments)) {
      case CommandLine.PrintAndExit(String text, int status) -> leave(text, status);
      case CommandLine.Test(CommandLine.Options options) -> test(options);
      case CommandLine.Run(CommandLine.Options options) -> {
        if (Succession.isHeir()) {
          takeOver(options);
        } else {
          run(options);
        }
      }
    }
  }

  /** Where this program is only tried: says whether it could take over from another one. */
  void check(List<String> arguments, int format) {
    switch (commandLine.parse(arguments)) {
      case CommandLine.PrintAndExit(String text, int status) -> leave(text, 1);
      case CommandLine.Test test -> leave("a test is no daemon\n", 1);
      case CommandLine.Run run -> {
        try {
          Handover.requireReadable(format);
        } catch (IllegalArgumentException e) {
          leave(e.getMessage() + "\n", 1);
        }
      }
    }
  }

  /** Goes on where another program in this process was, or gives the process back to it. */
  private void takeOver(CommandLine.Options options) {
    boolean shell = options.console() && console.isTerminal();
    ConfigSource source = sources.of(shell ? options.silent() : options);
    Succession succession = system.succession();
    String text = null;
    try {
      text = succession.inherited();
      succession.guard(text);
      Handover handover = Handover.read(text);
      Life life = resume(handover, Succession.failureBefore(), source);
      if (succession.taken()) {
        live(life, source, handover.journal());
        if (shell) {
          services.offerConsole();
        }
      }
    } catch (Throwable e) { // an installation may be broken in any way, and the other one is whole
      if (text != null) {
        succession.giveBack(text, String.valueOf(e));
      }
      console.err("supervisord: cannot take over: " + e + "\n");
      exit.accept(BROKEN);
    }
  }

  /** A generation that has yet to begin, or lives. */
  private record Life(
      Generation generation, Configuration configuration, OpenSockets sockets, Runnable begin) {}

  private Life resume(Handover handover, @Nullable String failure, ConfigSource source)
      throws IOException {
    Configuration latest = handover.latest();
    Configuration present = handover.configuration();
    source.resume(latest == null ? present : latest);
    UpgradeReport report = report(handover, failure);
    Past past = Past.resume(system.posix(), handover, report);
    OpenSockets sockets = OpenSockets.resume(handover.sockets(), system.posix());
    Generation generation =
        new Generation(system, present, latest == null ? present : latest, source, past);
    Runnable begin = generation.resume(handover);
    if (failure == null) {
      generation
          .loop()
          .log()
          .info(
              "upgraded from %s to %s; nobody looked after the programs for %d ms"
                  .formatted(report.from(), report.to(), report.millis()));
    } else {
      generation.loop().log().critical("not upgraded, the daemon before goes on: " + failure);
    }
    return new Life(
        generation,
        present,
        sockets,
        () -> {
          handover.sockets().forEach(socket -> system.posix().close(socket.descriptor().fd()));
          begin.run();
        });
  }

  private UpgradeReport report(Handover handover, @Nullable String failure) {
    long millis = (system.clock().nanos() - handover.frozenAtNanos()) / 1_000_000;
    return new UpgradeReport(
        handover.upgrade().count() + 1,
        handover.version(),
        system.version(),
        system.clock().wallMillis() / 1000,
        millis,
        failure == null ? "" : failure);
  }

  /** Lets what is installed now take this program's place; where it cannot, goes on. */
  private Life succeed(Life life, SupervisionLoop.Frozen frozen, ConfigSource source)
      throws IOException {
    Handover handover = life.generation().handOver(frozen, life.sockets());
    // Calls under way get their answers; who connects from now on waits in the queue.
    services.withdraw();
    life.sockets().close();
    String failure;
    try {
      String program = Upgrades.program();
      system.succession().execute(program, handover);
      failure = program + " was not executed";
    } catch (IOException | PosixException e) {
      failure = String.valueOf(e.getMessage());
    } catch (Throwable e) { // whatever it is, the programs are to be looked after
      failure = e.toString();
    }
    return resume(handover, failure, source);
  }

  private void test(CommandLine.Options options) {
    try {
      leave(TestReport.report(sources.of(options).read()), 0);
    } catch (ConfigException e) {
      refuse(String.valueOf(e.getMessage()));
    }
  }

  private void run(CommandLine.Options options) {
    boolean shell = options.console() && console.isTerminal();
    ConfigSource source = sources.of(shell ? options.silent() : options);
    List<String> notes = new ArrayList<>();
    if (options.console() && !shell) {
      notes.add("no shell is opened: --console expects to be run on a terminal, in its foreground");
    }
    try {
      SignalMask.ensure(system.posix());
      Configuration configuration = source.read();
      if (!configuration.supervisord().nodaemon() && !Detacher.isDetached()) {
        exit.accept(new Detacher(system.posix()).detach());
        return;
      }
      begin(configuration, source, notes);
      if (shell) {
        services.offerConsole();
      }
    } catch (ConfigException e) {
      refuse(String.valueOf(e.getMessage()));
    } catch (StartupException e) {
      refuse(e.words());
    } catch (PosixException e) {
      refuse("cannot start: " + e.getMessage());
    }
  }

  private void begin(Configuration configuration, ConfigSource source, List<String> notes)
      throws StartupException {
    Posix posix = system.posix();
    Path journal =
        Past.directory(posix, system.stateDirectory(), configuration.supervisord(), notes);
    Account user = configuration.supervisord().user();
    if (user != null && user.uid() != posix.uid()) {
      new UserChange(system).become(user);
    }
    notes.addAll(new ProcessLimits(posix).raise(configuration.supervisord()));
    OpenSockets sockets = OpenSockets.openAll(configuration.servers());
    Detacher detacher = new Detacher(posix);
    if (Detacher.isDetached()) {
      detacher.settle(configuration.supervisord());
      notes.add("daemonizing the supervisord process");
    }
    Past past = Past.read(posix, journal);
    Generation first = new Generation(system, configuration, source, past);
    first.start(notes);
    if (Detacher.isDetached()) {
      detacher.tellUp();
    }
    ServiceManager.tellUp(posix, first.loop().log());
    live(new Life(first, configuration, sockets, () -> {}), source, journal);
  }

  private void live(Life life, ConfigSource source, @Nullable Path journal) {
    life.begin().run();
    Thread thread = new Thread(() -> liveOn(life, source, journal), "supervisord");
    main = thread;
    thread.start();
  }

  /**
   * Stops all programs and ends; returns once that is done, at once where nothing runs. For a
   * framework that is being stopped, on any thread but those of the daemon.
   */
  void stop() throws InterruptedException {
    stopping = true;
    Thread thread = main;
    if (thread != null) {
      endIfStopping();
      thread.join();
    }
  }

  /** To be called after either of what it reads has changed, so that no loop is missed. */
  private void endIfStopping() {
    SupervisionLoop loop = living;
    if (stopping && loop != null) {
      loop.handle().end(SupervisorState.SHUTDOWN);
    }
  }

  private void liveOn(Life first, ConfigSource source, @Nullable Path journal) {
    Life life = first;
    try {
      for (SupervisorState why = awaitEnd(life);
          why != SupervisorState.SHUTDOWN;
          why = awaitEnd(life)) {
        SupervisionLoop.Frozen frozen = life.generation().loop().frozen();
        if (frozen != null) {
          life = succeed(life, frozen, source);
          life.begin().run();
        } else if (why == SupervisorState.RESTARTING) {
          life = restart(life, source, journal);
        } else {
          life.generation().abandon();
          exit.accept(BROKEN);
          return;
        }
      }
      life.generation().close();
      exit.accept(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      // Whatever it is: a process that looks after nothing must not look alive.
      console.err("supervisord: cannot go on: " + e.getMessage() + "\n");
      exit.accept(BROKEN);
    }
  }

  private Life restart(Life life, ConfigSource source, @Nullable Path journal) {
    Configuration next = rereadOrKeep(life.configuration(), source, life.generation());
    life.generation().close();
    try {
      return again(next, source, journal, List.of());
    } catch (PosixException e) {
      Configuration before = life.configuration();
      if (next.equals(before)) {
        throw e;
      }
      String note =
          "cannot begin anew with the changed configuration, going on with the one before: "
              + next.supervisord().log().file()
              + ": "
              + e.getMessage();
      return again(before, source, journal, List.of(note));
    }
  }

  /** Throws {@link PosixException}, with nothing begun, where the activity log cannot be opened. */
  private Life again(
      Configuration next, ConfigSource source, @Nullable Path journal, List<String> notes) {
    Path kept = next.supervisord().adopt() ? journal : null;
    Past past = Past.read(system.posix(), kept);
    Generation generation = new Generation(system, next, source, past);
    OpenSockets sockets = OpenSockets.open(next.servers());
    try {
      generation.start(notes);
    } catch (PosixException e) {
      sockets.close();
      past.close();
      throw e;
    }
    return new Life(generation, next, sockets, () -> {});
  }

  private SupervisorState awaitEnd(Life life) throws InterruptedException {
    Generation generation = life.generation();
    living = generation.loop();
    endIfStopping();
    generation.awaitComplete();
    services.publish(generation, life.sockets().service());
    SupervisorState why = generation.awaitEnd();
    if (generation.loop().frozen() == null) {
      services.withdraw();
      life.sockets().close();
    }
    return why;
  }

  private static Configuration rereadOrKeep(
      Configuration present, ConfigSource source, Generation generation) {
    try {
      return source.read();
    } catch (ConfigException e) {
      generation
          .loop()
          .log()
          .critical(
              "cannot use the changed configuration, going on with the one before: "
                  + e.getMessage());
      return present;
    }
  }

  private void refuse(@Nullable String message) {
    CommandLine.PrintAndExit refusal = commandLine.refused(String.valueOf(message));
    leave(refusal.text(), refusal.status());
  }

  private void leave(String text, int status) {
    if (status == 0) {
      console.out(text);
    } else {
      console.err(text);
    }
    exit.accept(status);
  }
}
