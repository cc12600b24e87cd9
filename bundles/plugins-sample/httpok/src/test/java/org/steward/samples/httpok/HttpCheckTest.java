package org.steward.samples.httpok;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessState;
import org.steward.api.testing.FakeSupervisor;
import org.steward.api.testing.Sections;
import org.steward.samples.superlance.Mail;

class HttpCheckTest {
  private final FakeSupervisor supervisor =
      new FakeSupervisor()
          .with("web:a", ProcessState.RUNNING, 10)
          .with("web:b", ProcessState.RUNNING, 11)
          .with("web:c", ProcessState.BACKOFF, 0)
          .with("cron", ProcessState.RUNNING, 12);

  private final List<String> commands = new ArrayList<>();
  private final List<String> mails = new ArrayList<>();
  private int asked;

  private void check(String keys, Probe probe) throws Exception {
    var section = Sections.of("[httpok:shop]\nurl=http://h/\nemail=ops@example.com\n" + keys);
    Mail mail = Mail.of("httpok", section, this::run);
    Probe counted =
        () -> {
          asked++;
          return probe.ask();
        };
    new HttpCheck(supervisor, Settings.of(section), counted, mail).check();
  }

  private String run(String command, String input, String... arguments) {
    if (input.isEmpty()) {
      commands.add(command + " " + String.join(" ", arguments));
      return "core saved";
    }
    mails.add(input);
    return "";
  }

  private static Probe answering(int status, String body) {
    return () -> new Probe.Answer(status, body);
  }

  @Test
  void aGoodAnswerChangesNothing() throws Exception {
    check("program=a\nbody=fine", answering(200, "all is fine"));
    check("program=a\ncode=204,301", answering(301, ""));
    assertThat(supervisor.orders()).isEmpty();
    assertThat(mails).isEmpty();
  }

  @Test
  void aWrongStatusRestartsTheProcessesThatRun() throws Exception {
    check("program=a, web:b, c", answering(500, ""));
    assertThat(supervisor.orders())
        .containsExactly("stop web:a", "start web:a", "stop web:b", "start web:b");
    assertThat(mails)
        .singleElement()
        .asString()
        .startsWith(
            "To: ops@example.com\nSubject: httpok [shop]: http://h/: bad status returned\n\n"
                + "http://h/ answered 500, expected one of [200]\nrestarted web:a\n");
  }

  @Test
  void aWrongBodyDoesSo() throws Exception {
    check("program=cron\nbody=fine", answering(200, "oops"));
    assertThat(supervisor.orders()).containsExactly("stop cron:cron", "start cron:cron");
    assertThat(mails).singleElement().asString().contains("http://h/: bad body returned");
  }

  @Test
  void noAnswerDoesSoToAllWhereAskedFor() throws Exception {
    check(
        "any=true\nprogram=nobody",
        () -> {
          throw new IOException("refused");
        });
    assertThat(supervisor.orders()).hasSize(6).contains("stop web:b", "stop cron:cron");
    assertThat(mails)
        .singleElement()
        .asString()
        .contains("cannot contact http://h/")
        .doesNotContain("nobody");
  }

  @Test
  void aCoreFileIsWrittenBeforeARestart() throws Exception {
    check("program=cron\ncoredir=/cores\ngcore=gcore -o", answering(500, ""));
    assertThat(commands).containsExactly("gcore -o /cores/cron 12");
    assertThat(mails).singleElement().asString().contains("core saved");
  }

  @Test
  void whereNotEagerNobodyIsAskedWhileNothingRuns() throws Exception {
    check("program=c\neager=false", answering(500, ""));
    assertThat(asked).isZero();
    check("program=a\neager=false", answering(200, ""));
    check("program=c", answering(500, ""));
    assertThat(asked).isEqualTo(2);
    assertThat(mails).hasSize(1);
  }

  @Test
  void aNameOfNobodyAndARestartThatFailsAreTold() throws Exception {
    supervisor.refuse("start web:a", new SupervisorFault(Fault.SPAWN_ERROR));
    check("program=a, nobody", answering(500, ""));
    assertThat(supervisor.logs().lines())
        .contains(
            "WARN httpok: cannot start web:a: SPAWN_ERROR",
            "WARN httpok: there is no process nobody");
  }
}
