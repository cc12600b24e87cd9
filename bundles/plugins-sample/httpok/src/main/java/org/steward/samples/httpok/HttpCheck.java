package org.steward.samples.httpok;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.steward.api.control.Severity;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.samples.superlance.Mail;
import org.steward.samples.superlance.Restart;

/** Asks once, and restarts the processes where the answer is not as it should be. */
final class HttpCheck {
  private final Supervisor supervisor;
  private final Settings settings;
  private final Probe probe;
  private final Mail mail;

  HttpCheck(Supervisor supervisor, Settings settings, Probe probe, Mail mail) {
    this.supervisor = supervisor;
    this.settings = settings;
    this.probe = probe;
    this.mail = mail;
  }

  void check() throws InterruptedException {
    if (settings.eager() || !running().isEmpty()) {
      try {
        judge(probe.ask());
      } catch (IOException e) {
        act("bad status returned", "cannot contact " + settings.url() + ": " + e);
      }
    }
  }

  private void judge(Probe.Answer answer) throws InterruptedException {
    if (!settings.codes().contains(answer.status())) {
      act(
          "bad status returned",
          "%s answered %d, expected one of %s"
              .formatted(settings.url(), answer.status(), settings.codes()));
    } else if (!answer.body().contains(settings.body())) {
      act("bad body returned", settings.url() + " answered without '" + settings.body() + "'");
    }
  }

  private void act(String problem, String why) throws InterruptedException {
    List<String> story = new ArrayList<>();
    tell(story, why);
    for (ProcessSnapshot process : running()) {
      restart(process, story);
    }
    for (String name : settings.any() ? List.<String>of() : settings.programs()) {
      if (supervisor.snapshot().processes().stream()
          .noneMatch(process -> Restart.isNamed(process.id(), List.of(name)))) {
        tell(story, "there is no process " + name);
      }
    }
    mail.send(settings.url() + ": " + problem, String.join("\n", story));
  }

  /** The processes this is about, as far as they run. */
  private List<ProcessSnapshot> running() {
    return supervisor.snapshot().processes().stream()
        .filter(process -> process.state() == ProcessState.RUNNING)
        .filter(process -> settings.any() || Restart.isNamed(process.id(), settings.programs()))
        .toList();
  }

  private void restart(ProcessSnapshot process, List<String> story) throws InterruptedException {
    ProcessId id = process.id();
    if (!settings.coredir().isEmpty()) {
      String core = Path.of(settings.coredir(), id.displayName()).toString();
      String pid = Integer.toString(process.pid());
      story.add(mail.shell().run(settings.gcore(), "", core, pid).strip());
    }
    String failure = Restart.of(supervisor, id);
    tell(story, failure.isEmpty() ? "restarted " + id : failure);
  }

  private void tell(List<String> story, String line) {
    story.add(line);
    supervisor.logs().write(Severity.WARN, mail.tool() + ": " + line);
  }
}
