package org.steward.core.config.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.LogLevel;
import org.steward.core.config.ini.PythonText;
import org.steward.core.posix.Signals;

/** Types that mean the same on every machine. */
public final class Scalars {
  private static final Set<String> TRUE = Set.of("yes", "true", "on", "1");
  private static final Set<String> FALSE = Set.of("no", "false", "off", "0");
  private static final int RTMIN = 34;
  private static final int RTMAX = 64;

  /** Any text. */
  public static final ValueType<String> TEXT =
      new ValueType<>("text", "Any text.", (text, host) -> text);

  /** True or false. */
  public static final ValueType<Boolean> BOOLEAN =
      new ValueType<>(
          "boolean",
          "`true`, `yes`, `on`, `1` or `false`, `no`, `off`, `0`, in any case.",
          (text, host) -> bool(text));

  /** An integer. */
  public static final ValueType<Integer> INTEGER =
      new ValueType<>(
          "integer",
          "A decimal number. What does not fit into 32 bits counts as the nearest that does.",
          (text, host) -> Numbers.integer(text));

  /** A number of bytes. */
  public static final ValueType<Long> BYTES =
      new ValueType<>(
          "bytes",
          "A decimal number, with `KB`, `MB` or `GB` for multiples of 1024, in any case.",
          (text, host) -> Numbers.bytes(text));

  /** A file mode or mask. */
  public static final ValueType<Integer> OCTAL =
      new ValueType<>(
          "octal", "An octal number such as `022`.", (text, host) -> Numbers.octal(text));

  /** A signal's number. */
  public static final ValueType<Integer> SIGNAL =
      new ValueType<>(
          "signal",
          "A signal's number, or its name in any case, with or without `SIG`.",
          (text, host) -> signal(text));

  /** Expected exit statuses. */
  public static final ValueType<List<Integer>> EXIT_CODES =
      new ValueType<>(
          "exit codes",
          "Numbers from 0 to 255, separated by commas; nothing for none.",
          (text, host) -> exitCodes(text));

  /** When to start again. */
  public static final ValueType<AutoRestart> AUTO_RESTART =
      new ValueType<>("restart", "A boolean, or `unexpected`.", (text, host) -> autoRestart(text));

  /** A level of the activity log. */
  public static final ValueType<LogLevel> LOG_LEVEL =
      new ValueType<>(
          "level",
          "`critical`, `error`, `warn`, `info`, `debug`, `trace` or `blather`, in any case.",
          (text, host) -> logLevel(text));

  /** A list of texts. */
  public static final ValueType<List<String>> LIST =
      new ValueType<>("list", "Texts separated by commas.", (text, host) -> list(text));

  /** The name of a program, group or process. */
  public static final ValueType<String> NAME =
      new ValueType<>("name", "A text without space, colon and slash.", (text, host) -> name(text));

  /** A length of the accept queue. */
  static final ValueType<Integer> BACKLOG =
      new ValueType<>(
          "backlog", "A number from 1 to 65535.", (text, host) -> Numbers.integer(text, 1, 65535));

  /** A size of an event buffer. */
  static final ValueType<Integer> BUFFER_SIZE =
      new ValueType<>(
          "count", "A number from 1 up.", (text, host) -> atLeastOne(Numbers.integer(text)));

  private Scalars() {}

  private static boolean bool(String text) throws BadValueException {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!TRUE.contains(lower) && !FALSE.contains(lower)) {
      throw new BadValueException("expected true, yes, on, 1 or false, no, off, 0");
    }
    return TRUE.contains(lower);
  }

  private static int signal(String text) throws BadValueException {
    String name = PythonText.strip(text).toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
    int number =
        switch (name) {
          case "RTMIN" -> RTMIN;
          case "RTMAX" -> RTMAX;
          default -> Signals.parse(name);
        };
    boolean none = name.matches("0+");
    boolean reserved = number == 32 || number == 33;
    if (number == 0 && !none || reserved) {
      throw new BadValueException("expected a signal's name or number, such as TERM or 15");
    }
    return number;
  }

  private static List<Integer> exitCodes(String text) throws BadValueException {
    List<Integer> codes = new ArrayList<>();
    for (String code : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      if (!Numbers.isDecimal(code)) {
        throw new BadValueException("expected exit codes separated by commas, such as 0,2");
      }
      codes.add(Numbers.integer(code, 0, 255));
    }
    return codes;
  }

  private static AutoRestart autoRestart(String text) throws BadValueException {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals("unexpected")) {
      return AutoRestart.UNEXPECTED;
    }
    if (TRUE.contains(lower)) {
      return AutoRestart.ALWAYS;
    }
    if (FALSE.contains(lower)) {
      return AutoRestart.NEVER;
    }
    throw new BadValueException("expected unexpected, true or false");
  }

  private static LogLevel logLevel(String text) throws BadValueException {
    for (LogLevel level : LogLevel.values()) {
      if (level.name().equalsIgnoreCase(text)) {
        return level;
      }
    }
    throw new BadValueException("expected critical, error, warn, info, debug, trace or blather");
  }

  private static List<String> list(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(text.split(",", -1)).map(PythonText::strip).toList();
  }

  private static String name(String text) throws BadValueException {
    String name = PythonText.strip(text);
    for (char c : new char[] {' ', ':', '/'}) {
      if (name.indexOf(c) >= 0) {
        throw new BadValueException("expected a name without '" + c + "'");
      }
    }
    return name;
  }

  private static int atLeastOne(int value) throws BadValueException {
    if (value < 1) {
      throw new BadValueException("expected a number from 1 up");
    }
    return value;
  }
}
