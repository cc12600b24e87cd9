package org.steward.core.process;

import java.util.List;
import java.util.Map;
import org.steward.api.process.ProcessId;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.LogTarget;
import org.steward.core.config.OutputConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.RestartPolicy;
import org.steward.core.config.StartPolicy;
import org.steward.core.config.StopPolicy;
import org.steward.core.config.StreamConfig;
import org.steward.core.config.Surroundings;
import org.steward.core.posix.Signals;

/** Configurations for tests: the defaults of the manual, with what a test changes. */
public final class Configs {
  private static final StreamConfig QUIET =
      new StreamConfig(new LogTarget.None(), 0, 0, 0, false, false);

  private StartPolicy start = new StartPolicy(999, true, 1, 3);
  private RestartPolicy restart = new RestartPolicy(AutoRestart.UNEXPECTED, List.of(0));
  private StopPolicy stop = new StopPolicy(Signals.SIGTERM, 10, false, false);
  private final ProcessId id;
  private String command = "/bin/cat";

  private Configs(ProcessId id) {
    this.id = id;
  }

  /** A program of the name, alone in its group. */
  public static Configs program(String name) {
    return new Configs(new ProcessId(name, name));
  }

  /** A process of a group. */
  public static Configs process(String group, String name) {
    return new Configs(new ProcessId(group, name));
  }

  public Configs command(String value) {
    command = value;
    return this;
  }

  public Configs priority(int value) {
    start = new StartPolicy(value, start.autostart(), start.startsecs(), start.startretries());
    return this;
  }

  public Configs autostart(boolean value) {
    start = new StartPolicy(start.priority(), value, start.startsecs(), start.startretries());
    return this;
  }

  public Configs startsecs(int value) {
    start = new StartPolicy(start.priority(), start.autostart(), value, start.startretries());
    return this;
  }

  public Configs startretries(int value) {
    start = new StartPolicy(start.priority(), start.autostart(), start.startsecs(), value);
    return this;
  }

  public Configs autorestart(AutoRestart value) {
    restart = new RestartPolicy(value, restart.exitcodes());
    return this;
  }

  public Configs exitcodes(Integer... codes) {
    restart = new RestartPolicy(restart.autorestart(), List.of(codes));
    return this;
  }

  public Configs stop(int signal, int waitsecs, boolean asGroup, boolean killAsGroup) {
    stop = new StopPolicy(signal, waitsecs, asGroup, killAsGroup, stop.killTree());
    return this;
  }

  public Configs killtree() {
    stop = new StopPolicy(stop.signal(), stop.waitsecs(), stop.asGroup(), stop.killAsGroup(), true);
    return this;
  }

  public ProcessConfig build() {
    return new ProcessConfig(
        id,
        command,
        start,
        restart,
        stop,
        new Surroundings(null, null, null, Map.of(), null),
        new OutputConfig(QUIET, QUIET, false));
  }
}
