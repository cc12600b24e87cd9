package org.steward.core.loop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.LogAccess.Follow;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.core.journal.Journal;
import org.steward.core.journal.JournalEntry;
import org.steward.core.output.ChildLogs;
import org.steward.core.output.ChildOutput;
import org.steward.core.output.Output;
import org.steward.core.output.OutputMemory;
import org.steward.core.output.OutputNotices;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Posix;

/**
 * An output room that answers at once, on the caller's thread, and can be told to fail or to wait.
 */
final class FakeOutput implements Output {
  private final Posix posix;
  private final Map<Long, int[]> pipes = new HashMap<>();
  private final Map<Long, String> written = new HashMap<>();
  private final Map<Long, ChildOutput> children = new HashMap<>();
  private @Nullable OutputNotices notices;
  @Nullable Journal journal;
  private int failNext;
  boolean holdPreparations;
  @Nullable Long held;
  boolean holdDrains;
  private final List<Long> heldDrains = new ArrayList<>();
  int reopened;

  FakeOutput(Posix posix) {
    this.posix = posix;
  }

  void notify(OutputNotices whom) {
    notices = whom;
  }

  /** Makes the next preparation fail. */
  void failNext(int errno) {
    failNext = errno;
  }

  /** Lets the held preparation succeed. */
  void release() {
    Long token = held;
    held = null;
    if (token != null) {
      notices().prepared(token, 0, null);
    }
  }

  /** All that children of the process wrote and was drained. */
  String textOf(ProcessId id) {
    StringBuilder text = new StringBuilder();
    children.forEach(
        (token, child) -> {
          if (child.id().equals(id)) {
            text.append(written.getOrDefault(token, ""));
          }
        });
    return text.toString();
  }

  /** The daemon has died: its descriptors are gone, what was written is not. */
  void daemonDied() {
    pipes.clear();
    held = null;
    failNext = 0;
  }

  /** The daemon has ended in good order. */
  void discardJournal() {
    if (journal != null) {
      journal.discard();
    }
  }

  /** Its ends of children's pipes. */
  List<Integer> descriptors() {
    return pipes.values().stream().flatMapToInt(IntStream::of).boxed().toList();
  }

  int openChildren() {
    return pipes.size();
  }

  @Override
  public void prepare(ChildOutput child) {
    children.put(child.token(), child);
    if (holdPreparations) {
      held = child.token();
      return;
    }
    int errno = failNext;
    failNext = 0;
    notices().prepared(child.token(), errno, errno == 0 ? null : "/var/log/x.log");
  }

  @Override
  public void attach(long token, int pid, int stdout, int stderr) {
    pipes.put(token, new int[] {stdout, stderr});
  }

  @Override
  public void adopt(ChildOutput child, int pid, int stdout, int stderr) {
    children.put(child.token(), child);
    attach(child.token(), pid, stdout, stderr);
  }

  @Override
  public void reconfigure(ChildOutput child) {
    children.put(child.token(), child);
  }

  /** How the output of a process's present child is treated. */
  ChildOutput treatment(ProcessId id) {
    return children.values().stream()
        .filter(child -> child.id().equals(id))
        .max(Comparator.comparingLong(ChildOutput::token))
        .orElseThrow();
  }

  @Override
  public void note(JournalEntry entry) {
    if (journal != null) {
      journal.add(entry);
    }
  }

  @Override
  public void discard(long token) {
    pipes.remove(token);
  }

  @Override
  public void append(long token, LogStream stream, byte[] bytes) {
    written.merge(token, new String(bytes, StandardCharsets.UTF_8), String::concat);
  }

  @Override
  public void drain(long token) {
    NativeBuffer buffer = NativeBuffer.onHeap(4096);
    for (int fd : pipes.remove(token)) {
      if (fd >= 0) {
        for (int count = posix.read(fd, buffer, 0, buffer.capacity());
            count > 0;
            count = posix.read(fd, buffer, 0, buffer.capacity())) {
          append(token, LogStream.STDOUT, buffer.copy(0, count));
        }
        posix.close(fd);
      }
    }
    if (holdDrains) {
      heldDrains.add(token);
    } else {
      notices().drained(token);
    }
  }

  /** Lets the held drains come to their end, and those to come. */
  void releaseDrains() {
    holdDrains = false;
    heldDrains.forEach(notices()::drained);
    heldDrains.clear();
  }

  @Override
  public void reopenLogs() {
    reopened++;
  }

  @Override
  public CompletionStage<Void> clearLogs(ProcessId id, ChildLogs logs) {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Void> clearActivityLog() {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public Follow follow(Path log, Runnable onGrowth) {
    return () -> {};
  }

  @Override
  public CompletionStage<OutputMemory> freeze() {
    return CompletableFuture.completedStage(OutputMemory.NONE);
  }

  @Override
  public void close() {}

  private OutputNotices notices() {
    if (notices == null) {
      throw new IllegalStateException("nobody to notify");
    }
    return notices;
  }
}
