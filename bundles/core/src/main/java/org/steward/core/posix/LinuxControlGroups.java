package org.steward.core.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Control groups through cgroup2's file system, which takes no device and does not wait. */
interface LinuxControlGroups extends ControlGroups {
  /** The processes of a group, and how to get into it. */
  String MEMBERS = "cgroup.procs";

  @Override
  default @Nullable String makeGroup(String name) {
    Path own = CgroupMount.ownGroup();
    if (own == null || !Files.isWritable(own.resolve(MEMBERS))) {
      return null;
    }
    try {
      return Files.createDirectory(own.resolve(name)).resolve(MEMBERS).toString();
    } catch (IOException e) {
      return null; // not delegated, or mounted read-only
    }
  }

  @Override
  default List<Integer> killGroup(String name) {
    Path own = CgroupMount.ownGroup();
    if (own == null || !Files.isDirectory(own.resolve(name))) {
      return List.of();
    }
    Path group = own.resolve(name);
    try (Stream<Path> tree = Files.walk(group)) {
      List<Path> groups =
          tree.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
      List<Integer> members = members(groups);
      if (members.isEmpty()) {
        for (Path empty : groups) {
          Files.delete(empty);
        }
      } else {
        Files.writeString(group.resolve("cgroup.kill"), "1");
      }
      return members;
    } catch (IOException e) {
      return List.of(); // gone in between, or a kernel before 5.14
    }
  }

  private static List<Integer> members(List<Path> groups) throws IOException {
    List<Integer> members = new ArrayList<>();
    for (Path group : groups) {
      Files.readAllLines(group.resolve(MEMBERS)).stream()
          .map(Integer::valueOf)
          .forEach(members::add);
    }
    return members;
  }

  /** Where this process is among the control groups. */
  final class CgroupMount {
    private static final int ROOT = 3;
    private static final int MOUNT_POINT = 4;

    private CgroupMount() {}

    /** The directory of its group, null where there is no such hierarchy. */
    static @Nullable Path ownGroup() {
      try (Stream<String> groups = Files.lines(Path.of("/proc/self/cgroup"));
          Stream<String> mounts = Files.lines(Path.of("/proc/self/mountinfo"))) {
        String group = groups.filter(line -> line.startsWith("0::/")).findFirst().orElse(null);
        String[] mount =
            mounts
                .filter(line -> line.contains(" - cgroup2 "))
                .findFirst()
                .map(line -> line.split(" "))
                .orElse(null);
        return group == null || mount == null
            ? null
            : below(mount, group.substring("0::".length()));
      } catch (IOException e) {
        return null; // no /proc
      }
    }

    private static @Nullable Path below(String[] mount, String group) {
      Path root = Path.of(mount[ROOT]);
      Path own = Path.of(group);
      return own.startsWith(root)
          ? Path.of(mount[MOUNT_POINT]).resolve(root.relativize(own).toString())
          : null;
    }
  }
}
