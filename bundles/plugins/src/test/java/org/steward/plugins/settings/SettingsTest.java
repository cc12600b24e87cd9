package org.steward.plugins.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionCheck;
import org.steward.plugins.folder.RecordingLog;
import org.steward.plugins.log.ActivityLines;
import org.steward.plugins.settings.Settings.Asked;

class SettingsTest {
  private static final SectionCheck NUMBERS = section -> section.integer("retry_wait", 3, 0, 10);

  private final FakeConfigurationAdmin admin = new FakeConfigurationAdmin();
  private final RecordingLog log = new RecordingLog();
  private final ActivityLines lines = new ActivityLines();
  private final Settings settings = new Settings(admin.service(), lines);

  {
    lines.attach(log);
  }

  private static PluginSection section(String name, String value) {
    return new PluginSection(
        name, "/etc/s.conf", 7, Map.of("retry_wait", value), Map.of("retry_wait", 8));
  }

  private Map<String, Object> delivered(String pid) {
    var properties = admin.configurations.get(pid);
    return Collections.list(properties.keys()).stream()
        .collect(Collectors.toMap(key -> key, properties::get));
  }

  @Test
  void aSectionIsDeliveredUnderItsNameWithItsKeys() {
    settings.accept(List.of(section("plugin:web hook", "5")));
    assertThat(delivered("steward.plugin.web_hook"))
        .containsEntry("retry_wait", "5")
        .containsEntry("retry.wait", "5");
    assertThat(PluginSection.of(delivered("steward.plugin.web_hook")))
        .isEqualTo(section("plugin:web hook", "5"));
  }

  @Test
  void sectionsOfOneKindAreInstancesOfIt() {
    settings.accept(List.of(section("webhook:a b", "1"), section("webhook:c", "2")));
    assertThat(delivered("steward.webhook~a_b")).containsEntry("retry_wait", "1");
    assertThat(delivered("steward.webhook~c")).containsEntry("retry_wait", "2");
    settings.accept(List.of(section("webhook:c", "2")));
    assertThat(admin.configurations).containsOnlyKeys("steward.webhook.c", "steward.webhook~c");
  }

  @Test
  void aSectionWithoutASuffixIsNoInstance() {
    settings.accept(List.of(section("memmon", "1")));
    assertThat(admin.configurations).containsOnlyKeys("steward.memmon");
  }

  @Test
  void itIsDeliveredAgainOnlyWhenAValueChanges() {
    settings.accept(List.of(section("plugin", "5")));
    settings.accept(
        List.of(
            new PluginSection("plugin", "/etc/s.conf", 9, Map.of("retry_wait", "5"), Map.of())));
    assertThat(admin.updates).isEqualTo(1);
    settings.accept(List.of(section("plugin", "6")));
    assertThat(admin.updates).isEqualTo(2);
  }

  @Test
  void itGoesWithItsSection() {
    settings.accept(List.of(section("plugin:a", "5")));
    settings.accept(List.of());
    assertThat(admin.configurations).isEmpty();
  }

  @Test
  void aPluginRefusesASectionWithItsPlace() {
    settings.add(NUMBERS, new Asked(1, List.of("plugin:*")));
    assertThat(settings.check(List.of(section("plugin:a", "x"), section("other:a", "x"))))
        .extracting(Throwable::getMessage)
        .containsExactly(
            "/etc/s.conf:8: [plugin:a] retry_wait=x: expected a whole number from 0 to 10");
  }

  @Test
  void whatALateCheckRefusesIsWithdrawnUntilTheCheckGoes() {
    settings.accept(List.of(section("plugin:a", "x"), section("plugin:b", "1")));
    settings.add(NUMBERS, new Asked(4, List.of("plugin:a")));
    assertThat(admin.configurations).containsOnlyKeys("steward.plugin.b", "steward.plugin~b");
    assertThat(settings.problems(4)).singleElement().asString().contains("retry_wait=x");
    assertThat(log.lines).singleElement().asString().contains("retry_wait=x");
    settings.remove(NUMBERS);
    assertThat(admin.configurations).containsKeys("steward.plugin.a", "steward.plugin.b");
    assertThat(settings.problems(4)).isEmpty();
  }

  @Test
  void aCheckThatBreaksIsPassedOver() {
    settings.add(
        section -> {
          throw new NoClassDefFoundError("gone");
        },
        new Asked(1, List.of("plugin:a")));
    assertThat(settings.check(List.of(section("plugin:a", "x")))).isEmpty();
    assertThat(log.lines).singleElement().asString().contains("is passed over").contains("gone");
  }
}
