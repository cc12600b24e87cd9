package org.steward.core.loop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.steward.api.control.Fault;
import org.steward.api.process.LogStream;
import org.steward.core.config.Account;
import org.steward.core.config.ProcessConfig;
import org.steward.core.journal.PipeInodes;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Polling;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.Signals;
import org.steward.core.posix.SpawnRequest;
import org.steward.core.process.Moment;

/** Makes a child: its command, its pipes, its surroundings, the spawn itself. On the loop only. */
final class Spawner {
  private static final String SHELL = "/bin/sh";
  private static final List<String> ENTER_GROUP =
      List.of("sh", "-c", "echo 0 >\"$0\"; exec \"$@\"");

  private final LoopParts parts;
  private final Posix posix;
  private final CommandResolver commands;
  private final ChildEnvironment environment;
  private final UserPrefix userPrefix;

  Spawner(LoopParts parts, CommandResolver commands, UserPrefix userPrefix) {
    this.parts = parts;
    this.posix = parts.posix();
    this.commands = commands;
    this.environment = new ChildEnvironment(parts.settings());
    this.userPrefix = userPrefix;
  }

  /**
   * What the daemon holds of a new child.
   *
   * @param pid its process id
   * @param pidfd becomes readable when it ends
   * @param pipes the pipes, where they are to be found again by another daemon
   * @param stdin the daemon's end of its stdin, -1 where it has a FastCGI socket there
   * @param stdout the daemon's end of its stdout
   * @param stderr the daemon's end of its stderr, -1 where it is redirected
   */
  record Spawned(int pid, int pidfd, PipeInodes pipes, int stdin, int stdout, int stderr) {}

  /** Spawns the prepared child. Nothing is left open where it fails. */
  Spawned spawn(Child child) throws SpawnProblem {
    ProcessConfig config = child.process.machine.config();
    CommandResolver.Command command = asConfiguredUser(config, commands.resolve(config));
    boolean adopt = parts.settings().lineage().adopt();
    SpawnPipes pipes =
        new SpawnPipes(posix, config.output().redirectStderr(), child.process.group.socket, adopt);
    try {
      pipes.open();
    } catch (PosixException e) {
      pipes.closeAll();
      throw new SpawnProblem(Fault.SPAWN_ERROR, pipeWords(config, e));
    }
    PipeInodes inodes = adopt ? pipes.inodes() : PipeInodes.NONE;
    try {
      int pid = posix.spawn(request(child, isolated(child, command), pipes));
      int pidfd = watch(pid, child.token);
      pipes.closeChildEnds();
      return new Spawned(pid, pidfd, inodes, pipes.stdin(), pipes.stdout(), pipes.stderr());
    } catch (PosixException e) {
      pipes.closeAll();
      if (parts.settings().controlGroups()) {
        posix.killGroup(child.controlGroup());
      }
      String words = spawnWords(config, command, e);
      tellStderr(child, words);
      throw new SpawnProblem(Fault.SPAWN_ERROR, words);
    }
  }

  private CommandResolver.Command asConfiguredUser(
      ProcessConfig config, CommandResolver.Command command) throws SpawnProblem {
    Account user = config.surroundings().user();
    if (user == null || user.uid() == posix.uid()) {
      return command;
    }
    List<String> argv =
        posix.uid() == 0 ? userPrefix.wrap(user, command.path(), command.argv()) : null;
    if (argv == null) {
      throw new SpawnProblem(
          Fault.SPAWN_ERROR,
          "couldn't setuid to "
              + user.uid()
              + ": "
              + (posix.uid() == 0
                  ? "setpriv is not installed"
                  : "Can't drop privilege as nonroot user"));
    }
    return new CommandResolver.Command(argv.getFirst(), argv);
  }

  /**
   * In a control group of its own where that is wanted. It goes there itself, before it can start
   * anything; the shell that has it do so leaves PWD in its environment.
   */
  private CommandResolver.Command isolated(Child child, CommandResolver.Command command) {
    ProcessConfig config = child.process.machine.config();
    if (!parts.settings().controlGroups() || !config.stop().killTree()) {
      return command;
    }
    String members = posix.makeGroup(child.controlGroup());
    if (members == null) {
      parts
          .log()
          .warn(
              "no control group for '"
                  + config.id().name()
                  + "': expected cgroup v2, and the daemon's own group delegated to it");
      return command;
    }
    List<String> argv = new ArrayList<>(ENTER_GROUP);
    argv.add(members);
    argv.add(command.path());
    argv.addAll(command.argv().subList(1, command.argv().size()));
    return new CommandResolver.Command(SHELL, argv);
  }

  private int watch(int pid, long token) {
    int pidfd;
    try {
      pidfd = posix.pidfdOpen(pid);
    } catch (PosixException e) {
      posix.kill(pid, Signals.SIGKILL); // it cannot be looked after
      reapLater(pid);
      throw e;
    }
    parts.poller().add(pidfd, Polling.EPOLLIN, Token.of(Token.EXIT, token));
    return pidfd;
  }

  private void reapLater(int pid) {
    parts.timers().after(Moment.SECOND, () -> reapKilled(pid));
  }

  /** Its id is its own until then. */
  private void reapKilled(int pid) {
    int pidfd;
    try {
      pidfd = posix.pidfdOpen(pid);
    } catch (PosixException e) {
      reapLater(pid);
      return;
    }
    try {
      if (posix.reap(pidfd) == null) {
        reapLater(pid);
      }
    } catch (PosixException reapedByAnother) {
      // as PID 1 this daemon reaps all there are
    } finally {
      posix.close(pidfd);
    }
  }

  private SpawnRequest request(Child child, CommandResolver.Command command, SpawnPipes pipes) {
    ProcessConfig config = child.process.machine.config();
    return new SpawnRequest(
        command.path(),
        command.argv(),
        environment.of(config, child.token),
        config.surroundings().directory(),
        config.surroundings().umask(),
        pipes.childStdin(),
        pipes.childStdout(),
        pipes.childStderr());
  }

  private static String pipeWords(ProcessConfig config, PosixException e) {
    return e.errno() == Errno.EMFILE || e.errno() == Errno.ENFILE
        ? "too many open files to spawn '" + config.id().name() + "'"
        : "unknown error making dispatchers for '"
            + config.id().name()
            + "': "
            + Errno.name(e.errno());
  }

  private static String spawnWords(
      ProcessConfig config, CommandResolver.Command command, PosixException e) {
    String name = Errno.name(e.errno());
    return switch (e.call()) {
      case "chdir" -> "couldn't chdir to " + config.surroundings().directory() + ": " + name;
      case "exec" -> "couldn't exec " + command.path() + ": " + name;
      default ->
          switch (e.errno()) {
            case Errno.EAGAIN ->
                "Too many processes in process table to spawn '" + config.id().name() + "'";
            case Errno.EMFILE, Errno.ENFILE ->
                "too many open files to spawn '" + config.id().name() + "'";
            default -> "unknown error during fork for '" + config.id().name() + "': " + name;
          };
    };
  }

  /** Users look into the program's own log for such failures first. */
  private void tellStderr(Child child, String words) {
    String text = "supervisor: " + words + "\nsupervisor: child process was not spawned\n";
    LogStream stream =
        child.process.machine.config().output().redirectStderr()
            ? LogStream.STDOUT
            : LogStream.STDERR;
    parts.output().append(child.token, stream, text.getBytes(StandardCharsets.UTF_8));
  }
}
