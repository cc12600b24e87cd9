package org.steward.core.config.reader;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.CommandLine.Setting;
import org.steward.core.config.Problem;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.ini.IniValue;
import org.steward.core.config.schema.BadValueException;
import org.steward.core.config.schema.Expansions;
import org.steward.core.config.schema.Option;

/**
 * The options of one section as values: looked up, expanded, converted. What is broken is reported
 * and reads as its default, so that everything else is still looked at.
 *
 * @param section the section
 * @param context what all sections share
 * @param expansions what may be expanded
 * @param overrides settings of the command line, by key
 */
record SectionValues(
    IniSection section, Context context, Expansions expansions, Map<String, Setting> overrides) {
  private static final String COMMAND_LINE = "command line";

  /** The same options with more to expand. */
  SectionValues with(Expansions more) {
    return new SectionValues(section, context, more, overrides);
  }

  /** The value of an option that has a default. */
  <T> T get(Option<T> option) {
    return Objects.requireNonNull(find(option), option.key());
  }

  /** The value of an option, null where it is not set or broken and has no default. */
  <T> @Nullable T find(Option<T> option) {
    return find(option, 1);
  }

  /** As {@link #get}, for an option that Supervisor expands a second time. */
  <T> T getExpandedTwice(Option<T> option) {
    return Objects.requireNonNull(find(option, 2), option.key());
  }

  /** The value of an option that must be set, null with a problem where it is not. */
  <T> @Nullable T require(Option<T> option) {
    if (section.get(option.key()) == null) {
      context.findings().problem(section, "expected the option " + option.key());
    }
    return find(option);
  }

  /** Reports what is wrong with an option, or with the section where it is not set. */
  void reject(Option<?> option, String message) {
    context.findings().problem(section, option.key(), section.get(option.key()), message);
  }

  private <T> @Nullable T find(Option<T> option, int times) {
    Setting setting = overrides.get(option.key());
    if (setting != null) {
      return ofCommandLine(option, setting);
    }
    IniValue written = section.get(option.key());
    if (written == null) {
      return fallback(option);
    }
    String text = written.text();
    try {
      for (int i = 0; i < times; i++) {
        text = expansions.expand(text, option.scope());
      }
      return option.type().parse(text, context.host());
    } catch (BadValueException e) {
      boolean secret = Findings.isSecret(option.key());
      reject(option, e.getMessage() + (secret ? "" : expanded(written.text(), text)));
      return fallback(option);
    }
  }

  private static String expanded(String written, String text) {
    return text.equals(written) ? "" : ", not \"" + text + '"';
  }

  private <T> @Nullable T ofCommandLine(Option<T> option, Setting setting) {
    try {
      return option.type().parse(setting.value(), context.host());
    } catch (BadValueException e) {
      String flag = setting.flag();
      context
          .findings()
          .problem(new Problem(COMMAND_LINE, 0, null, flag, setting.value(), e.getMessage()));
      return fallback(option);
    }
  }

  private <T> @Nullable T fallback(Option<T> option) {
    String text = option.fallback();
    if (text == null) {
      return null;
    }
    try {
      return option.type().parse(expansions.expand(text, option.scope()), context.host());
    } catch (BadValueException e) {
      throw new IllegalStateException("cannot use the default of " + option.key(), e);
    }
  }
}
