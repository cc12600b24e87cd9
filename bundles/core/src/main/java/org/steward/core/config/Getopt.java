package org.steward.core.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells options apart as Python's {@code getopt} does: bundled short forms, values joined or
 * separate, long forms abbreviated to any unique start. There are no arguments but options.
 */
final class Getopt {
  private final List<Flag> flags;
  private final Deque<String> arguments;
  private final List<Given> given = new ArrayList<>();

  private Getopt(List<Flag> flags, List<String> arguments) {
    this.flags = flags;
    this.arguments = new ArrayDeque<>(arguments);
  }

  /**
   * An option found.
   *
   * @param spelled its form without abbreviation, {@code -c} or {@code --configuration}
   * @param value its value; {@code true} for one that takes none
   */
  record Given(Flag flag, String spelled, String value) {}

  static List<Given> parse(List<Flag> flags, List<String> arguments) throws UsageException {
    Getopt getopt = new Getopt(flags, arguments);
    getopt.run();
    return getopt.given;
  }

  private void run() throws UsageException {
    while (!arguments.isEmpty()) {
      String argument = arguments.pop();
      if (argument.equals("--")) {
        break;
      }
      if (argument.startsWith("--")) {
        longForm(argument.substring(2));
      } else if (argument.startsWith("-") && argument.length() > 1) {
        shortForms(argument.substring(1));
      } else {
        arguments.push(argument);
        break;
      }
    }
    if (!arguments.isEmpty()) {
      throw new UsageException("expected options only, not \"" + arguments.pop() + '"');
    }
  }

  private void longForm(String text) throws UsageException {
    int equals = text.indexOf('=');
    Flag flag = byStart(equals < 0 ? text : text.substring(0, equals));
    String spelled = "--" + flag.name();
    if (!flag.takesValue()) {
      if (equals >= 0) {
        throw new UsageException("expected " + spelled + " without a value");
      }
      given.add(new Given(flag, spelled, "true"));
    } else {
      String value = equals < 0 ? nextValue(spelled) : text.substring(equals + 1);
      given.add(new Given(flag, spelled, value));
    }
  }

  private Flag byStart(String start) throws UsageException {
    for (Flag flag : flags) {
      if (flag.name().equals(start)) {
        return flag;
      }
    }
    List<Flag> candidates =
        flags.stream()
            .filter(flag -> flag.name().startsWith(start) && !flag.name().equals(Flag.CONSOLE))
            .toList();
    if (candidates.isEmpty()) {
      throw new UsageException("unknown option --" + start);
    }
    if (candidates.size() > 1) {
      throw new UsageException(
          candidates.stream()
              .map(flag -> "--" + flag.name())
              .collect(Collectors.joining(" or ", "cannot tell --" + start + ": expected ", "")));
    }
    return candidates.getFirst();
  }

  private void shortForms(String letters) throws UsageException {
    for (int i = 0; i < letters.length(); i++) {
      Flag flag = byLetter(letters.charAt(i));
      String spelled = "-" + letters.charAt(i);
      if (flag.takesValue()) {
        String rest = letters.substring(i + 1);
        given.add(new Given(flag, spelled, rest.isEmpty() ? nextValue(spelled) : rest));
        return;
      }
      given.add(new Given(flag, spelled, "true"));
    }
  }

  private Flag byLetter(char letter) throws UsageException {
    for (Flag flag : flags) {
      if (flag.letters().indexOf(letter) >= 0) {
        return flag;
      }
    }
    throw new UsageException("unknown option -" + letter);
  }

  private String nextValue(String spelled) throws UsageException {
    if (arguments.isEmpty()) {
      throw new UsageException("expected a value after " + spelled);
    }
    return arguments.pop();
  }
}
