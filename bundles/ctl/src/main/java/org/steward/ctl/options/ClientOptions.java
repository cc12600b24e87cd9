package org.steward.ctl.options;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.action.BuiltinActions;

/**
 * What supervisorctl was asked to do, from the command line, then the configuration file, then the
 * defaults.
 *
 * @param serverUrl the server as the user named it; messages show it to the letter
 * @param username for basic authentication, or null
 * @param password for basic authentication, or null
 * @param prompt the shell's prompt without its {@code "> "}
 * @param historyFile where the shell keeps its history, or null for nowhere
 * @param interactive whether there is somebody to ask: no action was given, or {@code -i}
 * @param words the action and its arguments; empty for the shell
 * @param json whether one JSON object is to be printed in place of lines
 * @param help whether the usage is to be shown and nothing else done
 * @param foreignPlugins whether the file has {@code [ctlplugin:x]} sections, whose Python code
 *     cannot be loaded
 */
public record ClientOptions(
    String serverUrl,
    @Nullable String username,
    @Nullable String password,
    String prompt,
    @Nullable String historyFile,
    boolean interactive,
    List<String> words,
    boolean json,
    boolean help,
    boolean foreignPlugins) {

  /**
   * Reads the command line and the configuration file it names or that is found.
   *
   * @param args the arguments after the program's name
   * @param program how the program was called; its directory is where the search for a file starts
   * @throws UsageException saying what is wrong with either
   */
  public static ClientOptions read(String[] args, String program) throws UsageException {
    CommandLine line = new CommandLine(args);
    if (line.has(Option.HELP)) {
      return new ClientOptions("", null, null, "", null, false, line.words(), false, true, false);
    }
    String file = line.get(Option.CONFIGURATION);
    if (file == null) {
      file = ConfigSearch.find(program);
    }
    ClientConfig config = file == null ? ClientConfig.DEFAULTS : ClientConfig.read(file);
    List<String> words = line.words();
    boolean json = line.has(Option.JSON) || endsWithJson(words);
    if (json && !line.has(Option.JSON)) {
      words = words.subList(0, words.size() - 1);
    }
    boolean interactive = line.has(Option.INTERACTIVE) || words.isEmpty();
    return new ClientOptions(
        or(line.get(Option.SERVER_URL), config.serverUrl()),
        orNull(line.get(Option.USERNAME), config.username()),
        orNull(line.get(Option.PASSWORD), config.password()),
        config.prompt(),
        orNull(line.get(Option.HISTORY_FILE), config.historyFile()),
        interactive,
        words,
        json && report(words, line.has(Option.INTERACTIVE)),
        false,
        config.foreignPlugins());
  }

  /** Behind one of Supervisor's actions, where it could only be the name of no process. */
  private static boolean endsWithJson(List<String> words) {
    return words.size() > 1
        && words.getLast().equals("--" + Option.JSON.longName)
        && BuiltinActions.has(words.getFirst());
  }

  /**
   * {@return true} A report ends with its action, and nobody can be asked in the middle of it.
   *
   * @throws UsageException where there is none to make
   */
  private static boolean report(List<String> words, boolean interactive) throws UsageException {
    if (words.isEmpty() || interactive) {
      throw new UsageException("option --json needs an action, and excludes --interactive");
    }
    if (words.contains("-f") || words.getFirst().equals("fg")) {
      throw new UsageException("option --json excludes fg and tail -f, which have no end");
    }
    return true;
  }

  private static String or(@Nullable String first, String second) {
    return first == null ? second : first;
  }

  private static @Nullable String orNull(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }
}
