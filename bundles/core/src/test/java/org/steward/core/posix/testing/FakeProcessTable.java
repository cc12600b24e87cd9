package org.steward.core.posix.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Errno;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.Polling;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.Processes.ReapedChild;
import org.steward.core.posix.Signals;
import org.steward.core.posix.SpawnRequest;
import org.steward.core.posix.Survival;

/** All processes but the daemon, and whose children they are. */
final class FakeProcessTable {
  private static final int INIT = 1;

  private final FakeTimeline timeline;
  private final FakeSignals daemonSignals;
  private final Map<Integer, FakeProcess> processes = new LinkedHashMap<>();
  private final Map<Integer, Integer> parents = new LinkedHashMap<>();
  private final List<FakeProcess> everSpawned = new ArrayList<>();
  private Function<SpawnRequest, ProcessScript> scripts = request -> ProcessScript.obedient();
  private int nextPid = 1001;
  private long startTimes = 5000;
  private boolean subreaper;

  FakeProcessTable(FakeTimeline timeline, FakeSignals daemonSignals) {
    this.timeline = timeline;
    this.daemonSignals = daemonSignals;
  }

  FakeTimeline timeline() {
    return timeline;
  }

  void setScripts(Function<SpawnRequest, ProcessScript> scripts) {
    this.scripts = scripts;
  }

  void setNextPid(int pid) {
    nextPid = pid;
  }

  long nextStartTime() {
    return startTimes++;
  }

  void setSubreaper(boolean on) {
    subreaper = on;
  }

  List<FakeProcess> everSpawned() {
    return List.copyOf(everSpawned);
  }

  @Nullable FakeProcess find(int pid) {
    return processes.get(pid);
  }

  FakeProcess spawn(SpawnRequest request, List<OpenFile> files) {
    int pid = freePid();
    FakeProcess process = new FakeProcess(this, pid, pid, request, scripts.apply(request), files);
    everSpawned.add(process);
    enter(process, FakePosix.DAEMON_PID);
    return process;
  }

  FakeProcess fork(FakeProcess parent, ProcessScript script) {
    FakeProcess child =
        new FakeProcess(this, freePid(), parent.group(), parent.request(), script, parent.files());
    enter(child, parent.pid());
    return child;
  }

  /** Called by a process that ends: it becomes a zombie, its children find a new parent. */
  void ended(FakeProcess process) {
    int heir = subreaper ? FakePosix.DAEMON_PID : INIT;
    for (FakeProcess child : List.copyOf(processes.values())) {
      if (parents.get(child.pid()) == process.pid()) {
        parents.put(child.pid(), heir);
        if (!child.alive()) {
          announce(child);
        }
      }
    }
    announce(process);
  }

  int kill(int pid, int signal) {
    List<FakeProcess> targets =
        processes.values().stream()
            .filter(p -> pid < 0 ? p.group() == -pid : p.pid() == pid)
            .toList();
    targets.forEach(target -> deliver(target, signal));
    return targets.isEmpty() ? -Errno.ESRCH : 0;
  }

  OpenFile handle(int pid) {
    FakeProcess process = processes.get(pid);
    if (process == null) {
      throw new PosixException("pidfdOpen", Errno.ESRCH);
    }
    return new Handle(process);
  }

  int kill(Handle handle, int signal) {
    if (processes.get(handle.process.pid()) != handle.process) {
      return -Errno.ESRCH;
    }
    deliver(handle.process, signal);
    return 0;
  }

  @Nullable ExitStatus reap(Handle handle) {
    FakeProcess process = handle.process;
    if (processes.get(process.pid()) != process || !ofDaemon(process)) {
      throw new PosixException("reap", Errno.ECHILD);
    }
    return process.alive() ? null : remove(process).status();
  }

  @Nullable ReapedChild reapAny() {
    for (FakeProcess process : processes.values()) {
      ExitStatus status = process.status();
      if (status != null && ofDaemon(process)) {
        remove(process);
        return new ReapedChild(process.pid(), status);
      }
    }
    return null;
  }

  /** The first of its group with that entry in its environment, 0 for none. */
  int findLeader(String entry) {
    return processes.values().stream()
        .filter(process -> process.alive() && process.pid() == process.group())
        .filter(process -> process.request().environment().contains(entry))
        .mapToInt(FakeProcess::pid)
        .findFirst()
        .orElse(0);
  }

  /** The living ones of a control group: what was started by way of it, and its forks. */
  List<FakeProcess> isolated(String group) {
    return processes.values().stream()
        .filter(process -> process.alive() && process.request().argv().contains(group))
        .toList();
  }

  /** The living others of its group, or with the entry. */
  List<Survival.Relative> relativesOf(int leader, String entry) {
    return processes.values().stream()
        .filter(process -> process.alive() && process.pid() != leader)
        .filter(
            process -> process.group() == leader || process.request().environment().contains(entry))
        .map(process -> new Survival.Relative(process.pid(), process.startTime()))
        .toList();
  }

  /** The daemon died: its children get a new parent, which reaps those that have ended. */
  void orphanAll() {
    for (FakeProcess process : List.copyOf(processes.values())) {
      if (ofDaemon(process)) {
        parents.put(process.pid(), INIT);
        if (!process.alive()) {
          remove(process);
        }
      }
    }
  }

  private static void deliver(FakeProcess target, int signal) {
    if (signal != 0) {
      target.signal(signal);
    }
  }

  private int freePid() {
    while (processes.containsKey(nextPid)) {
      nextPid++;
    }
    return nextPid++;
  }

  private void enter(FakeProcess process, int parent) {
    processes.put(process.pid(), process);
    parents.put(process.pid(), parent);
    process.start();
  }

  private void announce(FakeProcess process) {
    if (ofDaemon(process)) {
      daemonSignals.raise(Signals.SIGCHLD);
    } else if (parents.get(process.pid()) == INIT) {
      remove(process);
    }
  }

  private boolean ofDaemon(FakeProcess process) {
    return parents.get(process.pid()) == FakePosix.DAEMON_PID;
  }

  private FakeProcess remove(FakeProcess process) {
    processes.remove(process.pid());
    parents.remove(process.pid());
    return process;
  }

  /** A pidfd. */
  final class Handle extends OpenFile {
    private final FakeProcess process;

    Handle(FakeProcess process) {
      super("pidfd of " + process.pid());
      this.process = process;
    }

    FakeProcess process() {
      return process;
    }

    /** Known to all once its parent has reaped it. */
    @Nullable ExitStatus statusIfReaped() {
      return processes.get(process.pid()) == process ? null : process.status();
    }

    @Override
    int ready() {
      if (process.alive()) {
        return 0;
      }
      boolean reaped = processes.get(process.pid()) != process;
      return Polling.EPOLLIN | (reaped ? Polling.EPOLLHUP : 0);
    }
  }
}
