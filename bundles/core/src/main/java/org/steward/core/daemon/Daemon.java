package org.steward.core.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.Account;
import org.steward.core.config.CommandLine;
import org.steward.core.config.ConfigException;
import org.steward.core.config.ConfigSource;
import org.steward.core.config.Configuration;
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
      case CommandLine.Run(CommandLine.Options options) -> run(options);
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
      become(user);
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
    new Thread(() -> live(first, configuration, source, journal, sockets), "supervisord").start();
  }

  private void become(Account user) throws StartupException {
    if (system.posix().uid() != 0) {
      throw new StartupException("Can't drop privilege as nonroot user");
    }
    try {
      system.posix().becomeUser(user.name(), user.uid(), user.gid());
    } catch (PosixException e) {
      throw new StartupException("cannot become user " + user.name() + ": " + e.getMessage());
    }
  }

  private void live(
      Generation first,
      Configuration configuration,
      ConfigSource source,
      @Nullable Path journal,
      OpenSockets opened) {
    Generation generation = first;
    Configuration present = configuration;
    OpenSockets sockets = opened;
    try {
      while (livesOn(generation, sockets)) {
        Configuration next = rereadOrKeep(present, source, generation);
        generation.close();
        present = next;
        sockets = OpenSockets.open(present.servers());
        Path kept = present.supervisord().adopt() ? journal : null;
        generation = new Generation(system, present, source, Past.read(system.posix(), kept));
        generation.start(List.of());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (generation.loop().state() == SupervisorState.RUNNING) {
      generation.abandon();
      exit.accept(BROKEN);
    } else {
      generation.close();
      exit.accept(0);
    }
  }

  private boolean livesOn(Generation generation, OpenSockets sockets) throws InterruptedException {
    generation.awaitComplete();
    services.publish(generation.loop(), generation.control(), sockets.service());
    SupervisorState why = generation.awaitEnd();
    services.withdraw();
    sockets.close();
    return why == SupervisorState.RESTARTING;
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
