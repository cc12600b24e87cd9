package org.steward.core.posix;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.steward.core.posix.Survival.Relative;

/** One look through {@code /proc} for what a child started. See {@link Survival#relativesOf}. */
final class ProcRelatives {
  private static final Path PROC = Path.of("/proc");
  private static final int INIT = 1;

  private final int leader;
  private final String entry;
  private final int self;
  private final Map<Integer, ProcStat> living = new HashMap<>();
  private final Map<Integer, List<Integer>> children = new HashMap<>();

  ProcRelatives(int leader, String entry, int self) {
    this.leader = leader;
    this.entry = entry;
    this.self = self;
  }

  List<Relative> find() {
    look();
    Set<Integer> relatives = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    living.forEach(
        (pid, stat) -> {
          if (belongs(pid, stat)) {
            open.add(pid);
          }
        });
    for (Integer pid = open.poll(); pid != null; pid = open.poll()) {
      if (relatives.add(pid)) {
        open.addAll(children.getOrDefault(pid, List.of()));
      }
    }
    List<Relative> found = new ArrayList<>(relatives.size());
    relatives.forEach(pid -> found.add(new Relative(pid, startTime(pid))));
    return found;
  }

  private long startTime(int pid) {
    ProcStat stat = living.get(pid);
    return stat == null ? 0 : stat.startTime();
  }

  private void look() {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[1-9]*")) {
      for (Path process : processes) {
        int pid = Integer.parseInt(process.getFileName().toString());
        ProcStat stat = ProcStat.of(pid);
        if (stat != null && !stat.zombie() && pid != self && pid != INIT && pid != leader) {
          living.put(pid, stat);
          children.computeIfAbsent(stat.parent(), parent -> new ArrayList<>()).add(pid);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new PosixException("readdir", Errno.EIO);
    }
  }

  private boolean belongs(int pid, ProcStat stat) {
    return leader != 0 && (stat.group() == leader || stat.session() == leader)
        || leader != 0 && stat.parent() == leader
        || ProcEnvironments.has(PROC.resolve(Integer.toString(pid)), entry);
  }
}
