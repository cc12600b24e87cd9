package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.api.control.ProcessSettings;
import org.steward.core.config.EffectiveSettings;

/** Where the effective values of options come from. */
class OriginsTest {
  @TempDir Path directory;

  @Test
  void eachOptionThatIsSetNamesItsFileAndLine() throws Exception {
    ConfigFixture config = new ConfigFixture(directory);
    config.file("more.conf", "[program:web]\nautostart=false\n");
    List<ProcessSettings> settings =
        EffectiveSettings.of(
            config.readPrograms(
                """
                [include]
                files = more.conf
                [DEFAULT]
                startsecs = 3
                [program:web]
                command = run
                  --much
                numprocs = 2
                process_name = %(process_num)d
                """));
    String file = directory + "/supervisord.conf";
    assertThat(settings).hasSize(2);
    assertThat(settings.getFirst().origins())
        .isEqualTo(settings.getLast().origins())
        .containsAllEntriesOf(
            Map.of(
                "command", file + ":7",
                "numprocs", file + ":9",
                "startsecs", file + ":5",
                "autostart", directory + "/more.conf:2"))
        .doesNotContainKey("priority");
  }
}
