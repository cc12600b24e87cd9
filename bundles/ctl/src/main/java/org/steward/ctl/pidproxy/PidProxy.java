package org.steward.ctl.pidproxy;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Runs a command and waits for its end, passing each signal it gets to the process whose id is in a
 * pidfile. Ends with status 0 when the command ends or TERM, INT or QUIT was passed on. One thread,
 * which does nothing but wait for signals.
 */
public final class PidProxy {

  private static final int FAILED = 1;
  private static final int CANNOT_START = 127;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final int SIGINFO_BYTES = 128;
  private static final int DEFAULT_ACTION = 0;

  private final Libc libc;
  private final Pidfile pidfile;

  private PidProxy(Libc libc, Pidfile pidfile) {
    this.libc = libc;
    this.pidfile = pidfile;
  }

  /**
   * Runs the tool.
   *
   * @param args the pidfile, the command and its arguments
   * @return the exit status
   */
  public static int run(String[] args) {
    if (args.length < 2) {
      System.out.println(
          """
          pidproxy -- run a command and pass signals to the process its pidfile names.

          Usage: pidproxy <pidfile> <command> [<argument> ...]

          TERM, INT, QUIT, HUP, USR1 and USR2 are passed on; TERM, INT and QUIT also end pidproxy,
          and so does the end of the command.""");
      return FAILED;
    }
    try (Arena arena = Arena.ofConfined()) {
      Libc libc = new Libc(arena);
      if (!SignalSet.isBlocked() && !Relaunch.hasHappened()) {
        Relaunch.run(libc);
      }
      return new PidProxy(libc, new Pidfile(args[0])).run(Relaunch.lastArguments(args.length - 1));
    } catch (IOException e) {
      System.out.println("pidproxy: " + e.getMessage());
      return CANNOT_START;
    }
  }

  private int run(List<String> command) throws IOException {
    // A parent that ignored it would leave us without the news of the child's end.
    libc.call("signal", SignalSet.CHLD, DEFAULT_ACTION);
    int signals = libc.call("signalfd", -1, SignalSet.allocate(libc).address(), CLOSE_ON_EXEC);
    if (signals < 0) {
      throw new IOException("cannot wait for signals: " + libc.describe(libc.errno()));
    }
    Child child = Child.start(libc, command);
    MemorySegment info = libc.allocate(SIGINFO_BYTES);
    while (true) {
      if (libc.call("read", signals, info.address(), SIGINFO_BYTES) < SIGINFO_BYTES) {
        continue;
      }
      int signal = info.get(JAVA_INT, 0);
      if (signal != SignalSet.CHLD) {
        boolean passed = pass(signal);
        if (passed
            && (signal == SignalSet.TERM || signal == SignalSet.INT || signal == SignalSet.QUIT)) {
          return 0;
        }
      } else if (child.hasEnded()) {
        return 0;
      }
    }
  }

  /**
   * {@return whether the signal found its process} Without a pidfile yet there is nobody to pass it
   * to.
   */
  private boolean pass(int signal) throws IOException {
    int pid;
    try {
      pid = pidfile.read();
    } catch (IOException e) {
      System.out.println("pidproxy: signal " + signal + " was not passed on: " + e.getMessage());
      return false;
    }
    if (libc.call("kill", pid, signal) != 0) {
      throw new IOException(
          "cannot send signal "
              + signal
              + " to process "
              + pid
              + " of "
              + pidfile
              + ": "
              + libc.describe(libc.errno()));
    }
    return true;
  }
}
