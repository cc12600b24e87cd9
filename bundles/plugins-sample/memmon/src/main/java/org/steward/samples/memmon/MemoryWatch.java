package org.steward.samples.memmon;

import java.time.InstantSource;
import java.util.Map;
import org.steward.api.control.Severity;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.samples.superlance.Mail;
import org.steward.samples.superlance.Restart;

/** Looks at all processes once, and restarts those above a limit, one after the other. */
final class MemoryWatch {
  private final Supervisor supervisor;
  private final Settings settings;
  private final Memory memory;
  private final Mail mail;
  private final InstantSource clock;

  MemoryWatch(
      Supervisor supervisor, Settings settings, Memory memory, Mail mail, InstantSource clock) {
    this.supervisor = supervisor;
    this.settings = settings;
    this.memory = memory;
    this.mail = mail;
    this.clock = clock;
  }

  void check() throws InterruptedException {
    for (ProcessSnapshot process : supervisor.snapshot().processes()) {
      long limit = limit(process.id());
      if (process.pid() != 0 && limit != Long.MAX_VALUE) {
        long resident = memory.resident(process.pid(), settings.cumulative());
        if (resident > limit) {
          restart(process, resident, limit);
        }
      }
    }
  }

  /** The tightest of the limits that apply. */
  private long limit(ProcessId id) {
    Map<String, Long> programs = settings.programs();
    long named =
        Math.min(
            programs.getOrDefault(id.name(), Long.MAX_VALUE),
            programs.getOrDefault(id.qualifiedName(), Long.MAX_VALUE));
    long grouped = settings.groups().getOrDefault(id.group(), Long.MAX_VALUE);
    return Math.min(settings.any(), Math.min(named, grouped));
  }

  private void restart(ProcessSnapshot process, long resident, long limit)
      throws InterruptedException {
    ProcessId id = process.id();
    long uptime = clock.instant().getEpochSecond() - process.startedAt();
    String why =
        "it held %d bytes of memory, of %d it may hold, after %d s"
            .formatted(resident, limit, uptime);
    supervisor.logs().write(Severity.WARN, mail.tool() + ": restarting " + id + ": " + why);
    String failure = Restart.of(supervisor, id);
    if (!failure.isEmpty()) {
      supervisor.logs().write(Severity.ERROR, mail.tool() + ": " + failure);
      mail.send("process " + id + " not restarted", failure + "; " + why);
    } else if (uptime <= settings.uptime()) {
      mail.send("process " + id + " restarted", id + " was restarted: " + why);
    }
  }
}
