package org.steward.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static Map<String, String> settings(String morePlugins) {
    return Settings.of(
        new Installation(Path.of("/opt/steward")), Path.of("/s"), Path.of("/s/0"), morePlugins);
  }

  @Test
  void bundlesLearnWhereTheInstallationAndTheStateAre() {
    assertThat(settings(""))
        .containsEntry("steward.home", "/opt/steward")
        .containsEntry("steward.state.dir", "/s");
  }

  @Test
  void secondPluginFolderIsWatchedBesideTheFirst() {
    assertThat(settings("")).containsEntry("steward.plugins", "/opt/steward/plugins");
    assertThat(settings("/srv/p")).containsEntry("steward.plugins", "/opt/steward/plugins:/srv/p");
  }

  @Test
  void systemPropertyGoesBeforeTheDefault() {
    System.setProperty("steward.plugins.level", "77");
    try {
      assertThat(settings("")).containsEntry("steward.plugins.level", "77");
    } finally {
      System.clearProperty("steward.plugins.level");
    }
  }
}
