package org.steward.core.config.ini;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.ini4j.Config;
import org.ini4j.spi.IniHandler;
import org.ini4j.spi.IniParser;

/**
 * ini4j's parser, set to read what a {@link Normaliser} wrote and nothing else. It is made by its
 * constructor and not by ini4j's factory, which would search the class path for another one.
 */
final class DialectParser extends IniParser {
  private static final Config CONFIG = config();

  DialectParser() {
    setConfig(CONFIG);
  }

  private static Config config() {
    Config config = new Config();
    config.setEscape(true);
    config.setEscapeNewline(false);
    config.setEmptySection(true);
    config.setEmptyOption(false);
    config.setGlobalSection(false);
    config.setInclude(false);
    config.setLowerCaseOption(false);
    config.setLowerCaseSection(false);
    return config;
  }

  /** Tells the handler of every section and option, in order. */
  void parse(String normalised, IniHandler handler) {
    try {
      parse(new StringReader(normalised), handler);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what was normalised", e);
    }
  }
}
