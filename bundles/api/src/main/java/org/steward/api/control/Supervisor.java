package org.steward.api.control;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.steward.api.process.ProcessId;
import org.steward.api.process.SupervisorSnapshot;

/**
 * The running supervisor.
 *
 * <p>May be called on any thread but the supervision loop. {@link #snapshot()} and the plain
 * getters never wait. Every other request is decided on the supervision loop; its stage completes
 * on another thread, after the snapshot that shows its effect was published, and exceptionally with
 * a {@link SupervisorFault} where it is refused. Every stage completes, at the latest when the
 * supervisor stops.
 */
@ProviderType
public interface Supervisor {
  /**
   * The version of Supervisor whose interfaces this software offers. Clients ask for it and decide
   * by it what they may use, so it is what they are told.
   */
  String COMPATIBLE_VERSION = "4.3.0";

  /** The running set as last published. */
  SupervisorSnapshot snapshot();

  /** The daemon's configured identifier. */
  String identifier();

  /** The daemon's process id. */
  int pid();

  /** The version of this software, {@code major.minor.patch}. */
  String version();

  /** The logs. */
  LogAccess logs();

  /**
   * Starts a process.
   *
   * @param wait whether the stage completes only when the process is RUNNING or its start failed.
   *     Faults: BAD_NAME, NO_FILE, NOT_EXECUTABLE, ALREADY_STARTED, SPAWN_ERROR,
   *     ABNORMAL_TERMINATION, SHUTDOWN_STATE
   */
  CompletionStage<Void> startProcess(ProcessId id, boolean wait);

  /**
   * Starts the processes of a group that do not run, by priority. BAD_NAME for an unknown group.
   */
  CompletionStage<List<ProcessOutcome>> startGroup(String group, boolean wait);

  /** Starts all processes that do not run, by priority. */
  CompletionStage<List<ProcessOutcome>> startAll(boolean wait);

  /**
   * Stops a process.
   *
   * @param wait whether the stage completes only when the process is stopped. Faults: BAD_NAME,
   *     NOT_RUNNING, FAILED
   */
  CompletionStage<Void> stopProcess(ProcessId id, boolean wait);

  /** Stops the running processes of a group. BAD_NAME for an unknown group. */
  CompletionStage<List<ProcessOutcome>> stopGroup(String group, boolean wait);

  /** Stops all running processes. */
  CompletionStage<List<ProcessOutcome>> stopAll(boolean wait);

  /** Sends a signal by its number. Faults: BAD_NAME, NOT_RUNNING, FAILED. */
  CompletionStage<Void> signalProcess(ProcessId id, int signal);

  /**
   * Sends a signal to the processes of a group that can take one. BAD_NAME for an unknown group.
   */
  CompletionStage<List<ProcessOutcome>> signalGroup(String group, int signal);

  /** Sends a signal to all processes that can take one. */
  CompletionStage<List<ProcessOutcome>> signalAll(int signal);

  /**
   * Writes bytes to a process's stdin. Faults: BAD_NAME, NOT_RUNNING, NO_FILE where stdin is
   * closed.
   */
  CompletionStage<Void> sendStdin(ProcessId id, byte[] bytes);

  /** Emits a REMOTE_COMMUNICATION event. */
  CompletionStage<Void> sendRemoteCommEvent(String type, String data);

  /**
   * Reads the configuration files anew, on the caller's thread, and keeps the result for {@link
   * #addGroup} without changing the running set.
   *
   * @throws SupervisorFault CANT_REREAD with the problems found; SHUTDOWN_STATE
   */
  ConfigDiff rereadConfig();

  /** The configuration as last read, of every process in it, by group and name. */
  List<ConfigInfo> configInfo();

  /**
   * What each process of the running set runs with, by group and name. Unlike {@link #configInfo},
   * nothing is left out.
   */
  default List<ProcessSettings> runningSettings() {
    return List.of();
  }

  /** What each process would run with by the configuration as last read, by group and name. */
  default List<ProcessSettings> readSettings() {
    return List.of();
  }

  /**
   * Tells what {@link #update} would do: how the configuration as last read differs from what runs.
   * Unlike {@link #rereadConfig}, which has Supervisor's idea of sameness, it overlooks nothing.
   */
  UpdatePlan updatePlan();

  /**
   * Has groups follow the configuration as last read, disturbing no process that may go on: what
   * needs no restart is applied to running processes, others are restarted, and only processes that
   * come or go are started or stopped. A group that cannot be updated keeps nothing from the
   * others.
   *
   * @param groups names of groups; those that do not differ are passed over
   * @return completes once all that had to stop has, with what became of each group
   */
  CompletionStage<List<GroupUpdate>> update(Collection<String> groups);

  /** Adds a configured group to the running set. Faults: BAD_NAME, ALREADY_ADDED, FAILED. */
  CompletionStage<Void> addGroup(String group);

  /** Removes a stopped group from the running set. Faults: BAD_NAME, STILL_RUNNING. */
  CompletionStage<Void> removeGroup(String group);

  /**
   * Adds the processes of a program to a group of the running set, and starts them if they are to
   * be started by themselves. They last until the group is removed or the daemon ends; no file is
   * changed, so a reread finds the group changed.
   *
   * @param group the group, which must not be a pool of event listeners
   * @param program the program's name
   * @param options the options of a {@code [program:x]} section
   * @return completes once they are there. Faults: BAD_NAME for an unknown group or the name of a
   *     process it has already, INCORRECT_PARAMETERS with all problems of the options, FAILED,
   *     SHUTDOWN_STATE
   */
  CompletionStage<Void> addProgram(String group, String program, Map<String, String> options);

  /**
   * Removes a stopped process from its group, in the running set only. Faults: BAD_NAME,
   * STILL_RUNNING, FAILED for a pool of event listeners.
   */
  CompletionStage<Void> removeProcess(ProcessId id);

  /** Stops everything and ends the daemon. Completes once the order was accepted. */
  CompletionStage<Void> shutdown();

  /**
   * Stops everything, reads the configuration anew and starts again. Completes once the order was
   * accepted.
   */
  CompletionStage<Void> restart();

  /**
   * Replaces this daemon by what is installed now, in the same process: programs run on and no
   * output of theirs is lost. What is installed is tried first.
   *
   * @return completes once that was accepted; faults: FAILED with the reason where it cannot start,
   *     SHUTDOWN_STATE. What became of it {@link #lastUpgrade} of the daemon after it tells
   */
  default CompletionStage<Void> upgrade() {
    return CompletableFuture.failedStage(
        new SupervisorFault(Fault.FAILED, "this daemon cannot be upgraded while it runs"));
  }

  /** What became of the last {@link #upgrade}. */
  default UpgradeReport lastUpgrade() {
    return UpgradeReport.NONE;
  }
}
