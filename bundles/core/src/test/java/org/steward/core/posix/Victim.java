package org.steward.core.posix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The program of {@link SubJvm}: changes itself for good and prints what came of it. */
final class Victim {
  private final Posix posix = new LinuxPosix();

  private Victim() {}

  public static void main(String[] deed) throws Exception {
    switch (deed[0]) {
      case "become" -> new Victim().becomeNobody();
      case "signals" -> new Victim().takeSignals();
      case "exec" -> new Victim().exec();
      default -> throw new IllegalArgumentException(deed[0]);
    }
  }

  private void becomeNobody() throws Exception {
    identity(Path.of("/proc/self/task/" + posix.pid())); // loads what it needs while it may
    posix.becomeUser("nobody", 65534, 65534);
    try (var tasks = Files.list(Path.of("/proc/self/task"))) {
      for (Path task : tasks.toList()) {
        System.out.println(identity(task));
      }
    }
  }

  private static String identity(Path task) throws Exception {
    return Files.readAllLines(task.resolve("status")).stream()
        .filter(line -> line.matches("(Uid|Gid|Groups):.*"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip().replace('\t', ' '))
        .collect(Collectors.joining("/"));
  }

  private void takeSignals() {
    long wanted = 1L << Signals.SIGHUP - 1 | 1L << Signals.SIGQUIT - 1 | 1L << Signals.SIGTERM - 1;
    System.out.println("blocked " + ((posix.blockedSignals() & wanted) == wanted));
    int signals = posix.signalFd(Set.of(Signals.SIGHUP, Signals.SIGQUIT, Signals.SIGTERM));
    int epoll = posix.epollCreate();
    PollEvents events = posix.pollEvents(1);
    posix.epollAdd(epoll, signals, Polling.EPOLLIN, 1);
    System.out.println("none " + posix.readSignal(signals));
    posix.kill(posix.pid(), Signals.SIGTERM);
    posix.kill(posix.pid(), Signals.SIGHUP);
    posix.kill(posix.pid(), Signals.SIGQUIT);
    while (posix.epollWait(epoll, events, 0) > 0 || posix.epollWait(epoll, events, 1) > 0) {
      System.out.println("signal " + posix.readSignal(signals));
    }
    System.out.println("none " + posix.readSignal(signals));
  }

  private void exec() {
    System.out.println("Pid:\t" + posix.pid());
    System.out.flush();
    posix.exec("/bin/cat", List.of("cat", "/proc/self/status"), List.of());
  }
}
