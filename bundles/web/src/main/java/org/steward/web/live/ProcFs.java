package org.steward.web.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel tells of processes, see proc(5). Each answer costs one or two reads of memory
 * files on the caller's thread. Immutable; safe on any thread.
 */
public final class ProcFs {
  /** What USER_HZ is on every Linux. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;
  private static final int THREADS = 17;
  private static final int RESIDENT_PAGES = 21;
  private static final long AT_PAGESZ = 6;

  private final Path root;
  private final long pageSize;

  /**
   * @param root where it is mounted
   */
  public ProcFs(Path root) {
    this.root = root;
    this.pageSize = pageSize(root);
  }

  /**
   * What a process has used.
   *
   * @param cpuSeconds processor time of all its threads, and of none of its children
   * @param residentBytes memory it holds
   * @param threads how many threads it has
   */
  public record Usage(double cpuSeconds, long residentBytes, int threads) {}

  /** What a process has used until now; empty if there is none of that number. */
  public Optional<Usage> usage(int pid) {
    try {
      return Optional.of(parse(read(pid, "stat")));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException gone) {
      return Optional.empty();
    }
  }

  /** How many descriptors a process has open, -1 where that may not be known. */
  public long openDescriptors(int pid) {
    try (Stream<Path> open = Files.list(file(pid, "fd"))) {
      return open.count();
    } catch (IOException | java.io.UncheckedIOException gone) {
      return -1;
    }
  }

  private Usage parse(String stat) {
    // The second field is the command in parentheses, and may hold spaces and parentheses itself.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    double ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    return new Usage(
        ticks / TICKS_PER_SECOND,
        Long.parseLong(fields[RESIDENT_PAGES]) * pageSize,
        Integer.parseInt(fields[THREADS]));
  }

  private String read(int pid, String name) throws IOException {
    return new String(Files.readAllBytes(file(pid, name)), ISO_8859_1);
  }

  private Path file(int pid, String name) {
    return root.resolve(Integer.toString(pid)).resolve(name);
  }

  /** From what the kernel told this process at its start. */
  private static long pageSize(Path root) {
    byte @Nullable [] pairs;
    try {
      pairs = Files.readAllBytes(root.resolve("self").resolve("auxv"));
    } catch (IOException unknown) {
      pairs = new byte[0];
    }
    ByteBuffer words = ByteBuffer.wrap(pairs).order(ByteOrder.nativeOrder());
    while (words.remaining() >= 2 * Long.BYTES) {
      long key = words.getLong();
      long value = words.getLong();
      if (key == AT_PAGESZ) {
        return value;
      }
    }
    return 4096;
  }
}
