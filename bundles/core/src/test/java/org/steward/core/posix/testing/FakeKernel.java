package org.steward.core.posix.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Posix;
import org.steward.core.posix.SpawnRequest;

/** What a test says to the virtual kernel and asks it, in one place; see {@link FakePosix}. */
public abstract sealed class FakeKernel permits FakePosix {
  final ManualClock clock;
  final FakeTimeline timeline;
  final FakeFaults faults = new FakeFaults();
  final FakeDescriptorTable table = new FakeDescriptorTable();
  final FakeSignals signals = new FakeSignals();
  final FakeFiles files = new FakeFiles();
  final FakeEnvironment environment = new FakeEnvironment();
  final FakeProcessTable processes;
  final Map<String, List<String>> datagrams = new HashMap<>();
  final Map<String, NativeBuffer> mapped = new HashMap<>();
  @Nullable Random order;
  boolean endlessWaitAllowed;

  FakeKernel(ManualClock clock) {
    this.clock = clock;
    timeline = new FakeTimeline(clock);
    processes = new FakeProcessTable(timeline, signals);
  }

  /** Forgets the ordered failures that no call has met. Returns whether all were met. */
  public boolean forgetFaults() {
    return faults.forget();
  }

  /** Makes the next call of the named method of {@link Posix} fail; several add up. */
  public void failNext(String method, int errno) {
    faults.order(method, method, errno);
  }

  /** Makes the next spawn fail in the named system call: chdir, fork, exec. */
  public void failSpawn(String call, int errno) {
    faults.order("spawn", call, errno);
  }

  /** Decides how processes spawned from now on behave; obedient unless set. */
  public void scriptProcesses(Function<SpawnRequest, ProcessScript> scripts) {
    processes.setScripts(scripts);
  }

  /** All processes ever spawned by the daemon, in order. */
  public List<FakeProcess> spawned() {
    return processes.everSpawned();
  }

  /** The process spawned last. */
  public FakeProcess lastSpawned() {
    return spawned().getLast();
  }

  /** The process of that id. */
  public FakeProcess process(int pid) {
    FakeProcess process = processes.find(pid);
    if (process == null) {
      throw new AssertionError("there is no process " + pid);
    }
    return process;
  }

  /** Sets the next process id, such as one used before. */
  public void setNextPid(int pid) {
    processes.setNextPid(pid);
  }

  /** Sends the daemon a signal. */
  public void raise(int signal) {
    signals.raise(signal);
  }

  /**
   * Kills the daemon: its descriptors are closed, its children live on as another's, what was
   * pending for it is gone. Whoever uses this kernel from now on is another daemon.
   */
  public void killDaemon() {
    faults.killAtCall(0);
    table.closeAllBut(Set.of());
    processes.orphanAll();
    signals.clear();
  }

  /** Has the n-th system call from now on throw {@link FakePosix.KilledError} instead. */
  public void killAtCall(int n) {
    faults.killAtCall(n);
  }

  /** The daemon replaces itself, keeping children, signals and the given descriptors. */
  public void replaceDaemon(Set<Integer> kept) {
    table.closeAllBut(kept);
  }

  /** Arranges something in virtual time. */
  public void after(Duration delay, Runnable action) {
    timeline.after(delay, action);
  }

  /** Brings ready descriptors in random order instead of the order they were added in. */
  public void shuffleEvents(Random random) {
    order = random;
  }

  /** Lets a wait that nothing could end return 0 instead of failing the test. */
  public void allowEndlessWait() {
    endlessWaitAllowed = true;
  }

  /** Limits the daemon's descriptors: EMFILE beyond. */
  public void limitDescriptors(int count) {
    table.setLimit(count);
  }

  /** The daemon's open descriptors and what they are; three at the start. */
  public Map<Integer, String> openDescriptors() {
    return table.open();
  }

  /** Uses of descriptors that were not open or of the wrong kind; empty in a sound daemon. */
  public List<String> misuses() {
    return table.misuses();
  }

  /** Makes a file with the given text. */
  public void putFile(String path, String text) {
    files.put(path, text);
  }

  /** A file's text; null where there is none. */
  public @Nullable String fileText(String path) {
    return files.text(path);
  }

  /** Limits what plain files can still take before ENOSPC; unlimited unless set. */
  public void setDiskSpace(long bytes) {
    files.setSpace(bytes);
  }

  /** Makes a FIFO of 64 KiB that nobody reads. */
  public void putFifo(String path) {
    files.putFifo(path);
  }

  /** Reads what is in a FIFO, up to {@code max} bytes. */
  public byte[] readFifo(String path, int max) {
    return files.fifo(path).take(max);
  }

  /** The datagrams sent to the UNIX socket at the path. */
  public List<String> datagrams(String path) {
    return List.copyOf(datagrams.getOrDefault(path, List.of()));
  }

  /** Who the daemon is and what it did. */
  public FakeEnvironment environment() {
    return environment;
  }
}
