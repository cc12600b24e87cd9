package org.steward.ctl.options;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    boolean interactive = line.has(Option.INTERACTIVE) || line.words().isEmpty();
    return new ClientOptions(
        or(line.get(Option.SERVER_URL), config.serverUrl()),
        orNull(line.get(Option.USERNAME), config.username()),
        orNull(line.get(Option.PASSWORD), config.password()),
        config.prompt(),
        orNull(line.get(Option.HISTORY_FILE), config.historyFile()),
        interactive,
        line.words(),
        json(line),
        false,
        config.foreignPlugins());
  }

  /** A report ends with its action, and nobody can be asked in the middle of it. */
  private static boolean json(CommandLine line) throws UsageException {
    if (!line.has(Option.JSON)) {
      return false;
    }
    if (line.words().isEmpty() || line.has(Option.INTERACTIVE)) {
      throw new UsageException("option --json needs an action, and excludes --interactive");
    }
    if (line.words().contains("-f") || line.words().getFirst().equals("fg")) {
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
