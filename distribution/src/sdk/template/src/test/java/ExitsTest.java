package __package__;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steward.api.config.SectionException;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.api.testing.Sections;

/** Plain Java: no container, no daemon. */
class ExitsTest {
  private final Exits exits = new Exits();

  private static SupervisorEvent exit(String group, String name) {
    ProcessId id = new ProcessId(group, name);
    return new ProcessStateChanged(id, ProcessState.RUNNING, ProcessState.EXITED, 7, 0, true);
  }

  @Test
  void countsExitsByProgram() {
    exits.onEvent(exit("web", "a"));
    exits.onEvent(exit("web", "a"));
    exits.onEvent(exit("cron", "cron"));
    assertEquals(Map.of("web:a", 2, "cron", 1), exits.counts());
  }

  @Test
  void mistakesAreToldWithTheirLine() {
    SectionException mistake =
        assertThrows(
            SectionException.class, () -> Settings.of(Sections.of("[__name__]\nmost=lots")));
    assertEquals(
        "supervisord.conf:2: [__name__] most=lots: expected a whole number from 1 to 2147483647",
        mistake.getMessage());
  }
}
