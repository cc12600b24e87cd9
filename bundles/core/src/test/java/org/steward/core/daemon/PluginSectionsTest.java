package org.steward.core.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;
import org.steward.core.config.CommandLine;
import org.steward.core.config.ConfigException;
import org.steward.core.config.ConfigSource;
import org.steward.core.config.reader.ConfigReader;
import org.steward.core.spi.SectionReceiver;

class PluginSectionsTest {
  @TempDir Path directory;
  private final PluginSections sections = new PluginSections();
  private final Plugins plugins = new Plugins();
  private ConfigSource source;

  /** Plugins that refuse any value "bad". */
  private static final class Plugins implements SectionReceiver {
    final List<String> accepted = new ArrayList<>();

    @Override
    public List<SectionException> check(List<PluginSection> sections) {
      return sections.stream()
          .filter(section -> section.values().containsValue("bad"))
          .map(section -> new SectionException(section, "key", "expected a good one"))
          .toList();
    }

    @Override
    public void accept(List<PluginSection> sections) {
      accepted.clear();
      sections.forEach(section -> accepted.add(section.name() + section.values()));
    }
  }

  @BeforeEach
  void makeSource() {
    CommandLine.Options options =
        new CommandLine.Options(directory.resolve("s.conf"), false, false, Map.of());
    source = sections.over(ConfigReader.of(options, Map.of()));
  }

  private void configure(String text) throws IOException {
    Files.writeString(directory.resolve("s.conf"), "[supervisord]\n" + text);
  }

  @Test
  void theFirstConfigurationWaitsForThePlugins() throws Exception {
    configure("[plugin:x]\nkey=%(here)s\n[alone]\na=1\n");
    source.read();
    sections.attach(plugins);
    assertThat(plugins.accepted).containsExactly("plugin:x{key=" + directory + "}", "alone{a=1}");
  }

  @Test
  void aPluginsRefusalMakesTheConfigurationBadAndKeepsTheOneBefore() throws Exception {
    configure("[plugin:x]\nkey=good\n");
    source.read();
    sections.attach(plugins);
    configure("[plugin:x]\n\nkey=bad\n");
    assertThatThrownBy(source::read)
        .isInstanceOf(ConfigException.class)
        .hasMessage(directory + "/s.conf:4: [plugin:x] key=bad: expected a good one");
    assertThat(plugins.accepted).containsExactly("plugin:x{key=good}");
  }

  @Test
  void withoutPluginsNobodyRefuses() throws Exception {
    configure("[plugin:x]\nkey=bad\n");
    sections.attach(plugins);
    sections.detach();
    assertThat(source.read().extensions()).hasSize(1);
  }
}
