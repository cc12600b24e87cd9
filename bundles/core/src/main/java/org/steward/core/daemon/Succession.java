package org.steward.core.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * Has one program follow another in this process. What the first knows lies in memory the second
 * inherits; what the first had open stays open. A program that cannot take over gives the process
 * back to the one before, which finds the same memory.
 *
 * <p>The script that starts the daemon must run no other program on this way: a shell that waits
 * for one reaps, and so forgets, whatever child of this process ends first.
 */
final class Succession {
  /** Tells the new program the descriptor of what the old one left. */
  static final String MEMORY = "STEWARD_HANDOVER";

  /** Tells the old program, where it gets the process back, why. */
  static final String FAILURE = "STEWARD_HANDOVER_FAILURE";

  /** The path the daemon was started by, symbolic links and all. */
  static final String PROGRAM = "STEWARD_PROGRAM";

  /** How long a new program may take until it takes over. */
  private static final int PATIENCE_SECONDS = 30;

  private static final int CHUNK = 64 * 1024;
  private static final int FIRST_TO_CLOSE = 3;

  private final Posix posix;
  private final Path home;
  private final List<String> arguments;
  private final List<String> environment;
  private final AtomicBoolean decided = new AtomicBoolean();
  private final CountDownLatch taken = new CountDownLatch(1);

  private Succession(Posix posix, Path home, List<String> arguments, List<String> environment) {
    this.posix = posix;
    this.home = home;
    this.arguments = List.copyOf(arguments);
    this.environment = environment;
  }

  /**
   * Of this process. Made before the daemon becomes another user, who may not read its environment.
   *
   * @param home the installation it was started from
   * @param arguments the daemon's command line
   */
  static Succession of(Posix posix, Path home, List<String> arguments) {
    return new Succession(posix, home, arguments, ownEnvironment());
  }

  private static List<String> ownEnvironment() {
    try {
      return SignalMask.strings("/proc/self/environ");
    } catch (IOException e) {
      // Not UTF-8, or no /proc: what the JVM makes of it.
      return System.getenv().entrySet().stream()
          .map(variable -> variable.getKey() + "=" + variable.getValue())
          .toList();
    }
  }

  /** The command line of another program in this one's place. */
  List<String> commandLine(String program) {
    List<String> argv = new ArrayList<>(arguments);
    argv.addFirst(program);
    return argv;
  }

  /** This process's environment without what was meant for this program alone, and some more. */
  List<String> environment(String... more) {
    List<String> all = new ArrayList<>(environment);
    all.removeIf(entry -> entry.startsWith(MEMORY + "=") || entry.startsWith(FAILURE + "="));
    all.addAll(List.of(more));
    return all;
  }

  /** Whether this program is to go on where another one was. */
  static boolean isHeir() {
    return System.getenv(MEMORY) != null;
  }

  /** Why a program that was to take over has given the process back, null where none has. */
  static @Nullable String failureBefore() {
    return System.getenv(FAILURE);
  }

  /**
   * Lets another program take over; returns only by throwing, with everything as it was.
   *
   * @throws PosixException where that program cannot be executed
   */
  void execute(String program, Handover handover) {
    String text = handover.text(home.resolve("bin").resolve("supervisord").toString());
    int memory = posix.memoryFile("steward-handover");
    try {
      write(memory, text.getBytes(StandardCharsets.UTF_8));
      execute(program, memory, Handover.head(text).descriptors(), null);
    } finally {
      posix.close(memory);
    }
  }

  private void write(int memory, byte[] bytes) {
    NativeBuffer buffer = posix.allocate(CHUNK);
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, CHUNK);
      buffer.put(0, bytes, at, length);
      int count = posix.write(memory, buffer, 0, length);
      if (count <= 0) {
        throw new PosixException("write", -count);
      }
      at += count;
    }
  }

  private void execute(
      String program, int memory, List<Integer> descriptors, @Nullable String failure) {
    List<String> variables = environment(MEMORY + "=" + memory);
    if (failure != null) {
      variables.add(FAILURE + "=" + failure.replace('\0', ' '));
    }
    posix.closeOnExecFrom(FIRST_TO_CLOSE);
    try {
      posix.setCloseOnExec(memory, false);
      descriptors.forEach(fd -> posix.setCloseOnExec(fd, false));
      posix.exec(program, commandLine(program), variables);
    } finally {
      posix.closeOnExecFrom(FIRST_TO_CLOSE);
    }
  }

  /** In the new program: what the old one left, as text. */
  String inherited() {
    try {
      return Files.readString(Path.of("/proc/self/fd/" + System.getenv(MEMORY)));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read what was handed over: " + e.getMessage(), e);
    }
  }

  /** In the new program: gives the process back if it does not take over in time. */
  void guard(String text) {
    Thread guard =
        new Thread(
            () -> {
              if (!takenWithin(PATIENCE_SECONDS)) {
                giveBack(text, "it did not take over within " + PATIENCE_SECONDS + " seconds");
              }
            },
            "handover-guard");
    guard.setDaemon(true);
    guard.start();
  }

  private boolean takenWithin(int seconds) {
    try {
      return taken.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return true; // nobody interrupts it
    }
  }

  /**
   * In the new program: has taken over, and everything open is its own from now on.
   *
   * @return false where the process is being given back already
   */
  boolean taken() {
    if (!decided.compareAndSet(false, true)) {
      return false;
    }
    taken.countDown();
    posix.closeOnExecFrom(FIRST_TO_CLOSE);
    posix.close(Integer.parseInt(System.getenv(MEMORY)));
    return true;
  }

  /** In the new program: gives the process back; returns where that is too late or impossible. */
  void giveBack(String text, String why) {
    if (decided.compareAndSet(false, true) && failureBefore() == null) {
      Handover.Head head = Handover.head(text);
      execute(head.program(), Integer.parseInt(System.getenv(MEMORY)), head.descriptors(), why);
    }
  }
}
