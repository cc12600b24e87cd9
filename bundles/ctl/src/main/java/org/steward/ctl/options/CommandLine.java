package org.steward.ctl.options;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Supervisorctl's arguments, split into options and words as getopt(3) does without permutation:
 * the first argument that is no option ends the options, since words like {@code -f} belong to the
 * action.
 */
final class CommandLine {

  /** The options' values by ordinal: an EnumMap costs more classes than it saves lines. */
  private final @Nullable String[] options = new String[Option.ALL.length];

  private final String[] args;
  private int next;

  /**
   * Splits the arguments.
   *
   * @throws UsageException for an unknown, incomplete or repeated option
   */
  CommandLine(String[] args) throws UsageException {
    this.args = args;
    while (next < args.length && isOption(args[next])) {
      String arg = args[next++];
      if (arg.equals("--")) {
        break;
      }
      if (arg.startsWith("--")) {
        takeLong(arg.substring(2));
      } else {
        takeShort(arg);
      }
    }
  }

  private static boolean isOption(String arg) {
    return arg.length() > 1 && arg.charAt(0) == '-';
  }

  private void takeLong(String text) throws UsageException {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    Option option = Option.ofLongName(name);
    if (!option.takesValue && equals >= 0) {
      throw new UsageException("option --" + option.longName + " must not have an argument");
    }
    String shown = "--" + option.longName;
    String value = equals < 0 ? valueOf(option, shown) : text.substring(equals + 1);
    put(option, value, shown);
  }

  private void takeShort(String arg) throws UsageException {
    for (int i = 1; i < arg.length(); i++) {
      String shown = "-" + arg.charAt(i);
      Option option = Option.ofLetter(arg.charAt(i));
      if (option == null) {
        throw new UsageException("option " + shown + " not recognized");
      }
      if (option.takesValue && i + 1 < arg.length()) {
        put(option, arg.substring(i + 1), shown);
        return;
      }
      put(option, valueOf(option, shown), shown);
    }
  }

  private String valueOf(Option option, String shown) throws UsageException {
    if (!option.takesValue) {
      return "";
    }
    if (next == args.length) {
      throw new UsageException("option " + shown + " requires argument");
    }
    return args[next++];
  }

  private void put(Option option, String value, String shown) throws UsageException {
    if (option == Option.SERVER_URL && !isUrl(value)) {
      throw new UsageException(
          "invalid value for "
              + shown
              + ": '"
              + value
              + "' is not a URL (like unix:///run/supervisor.sock)");
    }
    if (has(option) && option != Option.HELP) {
      throw new UsageException("conflicting command line option '" + shown + "'");
    }
    options[option.ordinal()] = value;
  }

  /**
   * Whether the text has a scheme and something after it; which schemes are served is asked when
   * connecting.
   */
  static boolean isUrl(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      return false;
    }
    String rest = text.substring(colon + 1);
    if (rest.startsWith("//")) {
      rest = rest.substring(2);
    }
    return !rest.isEmpty() && rest.charAt(0) != '?' && rest.charAt(0) != '#';
  }

  boolean has(Option option) {
    return get(option) != null;
  }

  @Nullable String get(Option option) {
    return options[option.ordinal()];
  }

  List<String> words() {
    return List.of(Arrays.copyOfRange(args, next, args.length));
  }
}
