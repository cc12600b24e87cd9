package org.steward.shell.session;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.Result;
import org.jspecify.annotations.Nullable;
import org.steward.shell.command.CommandFailure;
import org.steward.shell.command.Commands;

/** Runs one command after the other in a session of Gogo's, and keeps the exit status. */
final class CommandLoop implements AutoCloseable {
  /** Where a name without a scope is looked for, in this order. */
  private static final String SCOPES = Commands.SCOPE + ":gogo:*";

  private final Surroundings surroundings;
  private final Consumer<String> audit;
  private final Object interruption = new Object();
  private volatile @Nullable CommandSession session;
  private @Nullable Thread executing;
  private boolean interruptedEarly;
  private volatile boolean leaving;
  private volatile boolean closed;
  private volatile int status;
  private volatile int leavingStatus;

  CommandLoop(Surroundings surroundings, Consumer<String> audit) {
    this.surroundings = surroundings;
    this.audit = audit;
  }

  /** Begins a session of Gogo's. */
  CommandSession begin(InputStream in, OutputStream out, OutputStream err) {
    CommandSession begun = surroundings.processor().createSession(in, out, err);
    begun.put("SCOPE", SCOPES);
    // group:* names processes, not files.
    begun.put(CommandSession.OPTION_NO_GLOB, true);
    for (String word : List.of("exit", "quit", "logout")) {
      begun.put(word, (Function) (ignored, arguments) -> leave(arguments));
    }
    begun.setJobListener((job, before, now) -> note(job, now));
    session = begun;
    return begun;
  }

  /** Commands that have said all themselves end with a status instead of an exception. */
  private void note(Job job, Job.Status now) {
    Result result = now == Job.Status.Done && job.parent() == null ? job.result() : null;
    if (result != null && result.exception() == null && result.error() != 0) {
      status = result.error();
    }
  }

  private @Nullable Object leave(List<Object> arguments) {
    leaving = true;
    if (!arguments.isEmpty()) {
      status = Integer.parseInt(arguments.getFirst().toString());
      leavingStatus = status;
    }
    return null;
  }

  /**
   * Runs a command line.
   *
   * @return what to show of a failure, null if there was none
   */
  @Nullable String run(CommandSession in, CharSequence line) {
    audit.accept("runs " + line.toString().strip().replace("\n", "\\n"));
    mayBeInterrupted(Thread.currentThread());
    try {
      Object result = in.execute(line);
      in.put("_", result);
      if (result != null && !Boolean.FALSE.equals(in.get(".Gogo.format"))) {
        in.getConsole().println(in.format(result, Converter.INSPECT));
      }
      return null;
    } catch (Exception e) { // commands are foreign code, and may throw whatever they like
      CommandFailure failure = CommandFailure.of(e);
      status = failure.status();
      in.put("exception", e);
      return failure.toString();
    } finally {
      mayBeInterrupted(null);
      endInterrupted(in);
    }
  }

  private void mayBeInterrupted(@Nullable Thread thread) {
    synchronized (interruption) {
      executing = thread;
      if (thread != null && interruptedEarly) {
        thread.interrupt();
      }
      interruptedEarly = false;
    }
  }

  /** An interrupt ends the waiting for a command: here the command itself is ended. */
  private static void endInterrupted(CommandSession in) {
    Thread.interrupted();
    for (Job job : List.copyOf(in.jobs())) {
      if (job.status() == Job.Status.Foreground) {
        job.interrupt();
      }
    }
  }

  /** Whether the user wants to leave, or the client is gone. */
  boolean isOver() {
    return leaving || closed;
  }

  /** The status of the last command that failed, or the one that was said on leaving. */
  int status() {
    return status;
  }

  /** The status that was said on leaving, 0 if none was. */
  int leavingStatus() {
    return leavingStatus;
  }

  /** Interrupts the command that runs, or the one that is just about to. Any thread. */
  void interrupt() {
    synchronized (interruption) {
      if (executing != null) {
        executing.interrupt();
      } else {
        interruptedEarly = true;
      }
    }
  }

  /** No command is about to run; always true, as a widget of the line reader's is to be. */
  boolean forgetInterrupt() {
    synchronized (interruption) {
      interruptedEarly = false;
    }
    return true;
  }

  /** Interrupts the command that runs and lets none run any more. Any thread. */
  void abandon() {
    closed = true;
    interrupt();
  }

  @Override
  public void close() {
    CommandSession present = session;
    if (present != null) {
      present.close();
    }
  }
}
