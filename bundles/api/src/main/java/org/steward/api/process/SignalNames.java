package org.steward.api.process;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The signals clients can name, by Linux's numbers on x86-64 and aarch64. Supervisor takes what
 * Python's signal module names: these, and none of the nameless real-time signals.
 */
public final class SignalNames {
  private static final List<String> IN_ORDER =
      List.of(
          "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
          "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG",
          "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS");
  private static final Map<String, Integer> NUMBERS = numbers();
  private static final Pattern DIGITS = Pattern.compile("[+-]?\\d{1,9}");

  private SignalNames() {}

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    IN_ORDER.forEach(name -> numbers.put(name, numbers.size() + 1));
    numbers.putAll(Map.of("IOT", 6, "CLD", 17, "POLL", 29, "RTMIN", 34, "RTMAX", 64));
    return Map.copyOf(numbers);
  }

  /**
   * The number of a signal.
   *
   * @param signal its number, as any kind of number or text, or its name in any case with or
   *     without SIG; 0 only asks whether the process is there
   * @return empty if there is no such signal
   */
  public static OptionalInt number(Object signal) {
    return switch (signal) {
      case Boolean flag -> OptionalInt.of(flag ? 1 : 0);
      case Number number -> known(number.longValue());
      case String text when DIGITS.matcher(text.strip()).matches() ->
          known(Long.parseLong(text.strip()));
      case String name -> named(name.strip().toUpperCase(Locale.ROOT));
      default -> OptionalInt.empty();
    };
  }

  /**
   * The name of a signal, {@code SIGTERM}; its number in words where it has no name.
   *
   * @param number a signal's number
   */
  public static String name(int number) {
    return number >= 1 && number <= IN_ORDER.size()
        ? "SIG" + IN_ORDER.get(number - 1)
        : "signal " + number;
  }

  /** The names of all signals in the order of their numbers, without SIG. */
  public static List<String> all() {
    return IN_ORDER;
  }

  private static OptionalInt named(String name) {
    Integer number = NUMBERS.get(name.startsWith("SIG") ? name.substring(3) : name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static OptionalInt known(long number) {
    return number == 0 || NUMBERS.containsValue((int) number) && (int) number == number
        ? OptionalInt.of((int) number)
        : OptionalInt.empty();
  }
}
