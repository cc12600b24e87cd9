package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusTest extends ServerTest {

  private static final String CAT =
      "cat                              RUNNING   pid 12, uptime 0:00:01";
  private static final String WEB_0 =
      "web:web_0                        RUNNING   pid 13, uptime 1 days, 0:00:01";
  private static final String WEB_1 =
      "web:web_1                        FATAL     Exited too quickly";

  @BeforeEach
  void script() {
    server.answer(
        "supervisor.getAllProcessInfo",
        List.of(
            FakeServer.process("cat", "cat", 20, "RUNNING", 12, "pid 12, uptime 0:00:01"),
            FakeServer.process("web", "web_0", 20, "RUNNING", 13, "pid 13, uptime 1 days, 0:00:01"),
            FakeServer.process("web", "web_1", 200, "FATAL", 0, "Exited too quickly")));
  }

  @Test
  void allProcessesAreShownInColumns() {
    ctl("status").printed(3, CAT, WEB_0, WEB_1);
  }

  @Test
  void theWordAllShowsAllProcesses() {
    ctl("status", "cat", "all").printed(3, CAT, WEB_0, WEB_1);
  }

  @Test
  void statusIsZeroWhereAllThatIsShownRuns() {
    ctl("status", "cat", "web:web_0").printed(0, CAT, WEB_0);
  }

  @Test
  void groupsAreShownWhole() {
    ctl("status", "web:*").printed(3, WEB_0, WEB_1);
    ctl("status", "web:").printed(3, WEB_0, WEB_1);
  }

  @Test
  void unknownNamesAreToldFirstAndSetTheStatus() {
    ctl("status", "cat", "nope", "no:x", "gone:*")
        .printed(
            4,
            "nope: ERROR (no such process)",
            "no:x: ERROR (no such process)",
            "gone: ERROR (no such group)",
            CAT);
  }

  @Test
  void aStoppedProcessCountsMoreThanAnUnknownOne() {
    assertThat(ctl("status", "nope", "web:web_1").status()).isEqualTo(3);
  }

  @Test
  void longNamesWidenTheColumn() {
    String name = "a-name-that-is-longer-than-thirty-characters";
    server.answer(
        "supervisor.getAllProcessInfo",
        List.of(
            FakeServer.process("cat", "cat", 0, "STOPPED", 0, "Not started"),
            FakeServer.process(name, name, 20, "RUNNING", 1, "pid 1, uptime 0:00:01")));
    ctl("status")
        .printed(
            3,
            "cat                                            STOPPED   Not started",
            name + "   RUNNING   pid 1, uptime 0:00:01");
  }

  @Test
  void namesBeyondLatinCharactersComeOutAsTheyAre() {
    server.answer(
        "supervisor.getAllProcessInfo",
        List.of(FakeServer.process("größe😀", "größe😀", 20, "RUNNING", 1, "<&>")));
    ctl("status", "größe😀").printed(0, "größe😀                           RUNNING   <&>");
  }

  @Test
  void oneConnectionServesTheWholeAction() {
    ctl("status");
    assertThat(server.connections()).isEqualTo(1);
    assertThat(server.calls()).containsExactly("supervisor.getAllProcessInfo()");
  }
}
