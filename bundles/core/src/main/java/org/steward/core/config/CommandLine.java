package org.steward.core.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.steward.core.config.Getopt.Given;

/**
 * The command line of {@code supervisord}: Supervisor's options, its rules for conflicts, its
 * places to look for a file. What the options' values mean is judged together with the file, by the
 * same rules and in one list of problems; here they are only told apart.
 *
 * <p>The options are few and their grammar is fixed by what existing scripts pass, abbreviations
 * included; a parser of a hundred lines costs less at start than any library. Any thread;
 * immutable.
 */
public final class CommandLine {
  /** Status of a run that was refused. */
  public static final int REFUSED = 2;

  private static final String CONFIGURATION = "configuration";

  private final String program;
  private final String version;
  private final Path directory;
  private final Predicate<Path> exists;

  /**
   * For tests.
   *
   * @param program how the program was called, as in {@code argv[0]}
   * @param version what {@code -v} prints
   * @param directory the current directory, absolute
   * @param exists whether there is such a file
   */
  CommandLine(String program, String version, Path directory, Predicate<Path> exists) {
    this.program = program;
    this.version = version;
    this.directory = directory;
    this.exists = exists;
  }

  /**
   * The command line of this process.
   *
   * @param program how the program was called, as in {@code argv[0]}: two of the places to look for
   *     a file are beside its directory
   * @param version what {@code -v} prints
   */
  public static CommandLine of(String program, String version) {
    return new CommandLine(program, version, Path.of("").toAbsolutePath(), Files::exists);
  }

  /** What is to be done. */
  public sealed interface Outcome {}

  /** Run the daemon. */
  public record Run(Options options) implements Outcome {}

  /** Say what is wrong with the configuration, and run nothing. */
  public record Test(Options options) implements Outcome {}

  /**
   * Print and leave.
   *
   * @param text what to print, with its last newline; to standard output where the status is 0, to
   *     standard error otherwise
   * @param status the exit status
   */
  public record PrintAndExit(String text, int status) implements Outcome {}

  /**
   * How the daemon is to be run.
   *
   * @param configFile the main file, absolute
   * @param searched whether that file was found and not named
   * @param console whether {@code --console} was given
   * @param settings what comes before the file's {@code [supervisord]} section, by its keys
   */
  public record Options(
      Path configFile, boolean searched, boolean console, Map<String, Setting> settings) {
    /** Takes an immutable copy that keeps the order. */
    public Options {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The same with the log kept off standard output, where a shell is instead. */
    public Options silent() {
      Map<String, Setting> more = new LinkedHashMap<>(settings);
      more.putIfAbsent("silent", new Setting("--" + Flag.CONSOLE, "true"));
      return new Options(configFile, searched, console, more);
    }
  }

  /**
   * A setting on the command line.
   *
   * @param flag the option as it was spelled
   * @param value its value
   */
  public record Setting(String flag, String value) {}

  /**
   * Reads the arguments.
   *
   * @param arguments without the program's name
   */
  public Outcome parse(List<String> arguments) {
    try {
      return outcome(Getopt.parse(Flag.ALL, arguments));
    } catch (UsageException e) {
      return refused(e.getMessage());
    }
  }

  /** The way to leave after an error that the user must mend. */
  public PrintAndExit refused(String message) {
    return new PrintAndExit("Error: " + message + "\nFor help, use " + program + " -h\n", REFUSED);
  }

  private Outcome outcome(List<Given> options) throws UsageException {
    Map<String, Setting> settings = new LinkedHashMap<>();
    Map<String, Given> seen = new HashMap<>();
    for (Given given : options) {
      String name = given.flag().name();
      switch (name) {
        case "help" -> {
          return new PrintAndExit(Flag.help(program), 0);
        }
        case "version" -> {
          return new PrintAndExit(version + "\n", 0);
        }
        case "profile_options" ->
            throw new UsageException(
                "cannot profile: "
                    + given.spelled()
                    + " is for Python's profiler; use the JDK's Flight Recorder instead");
        default -> settings.put(name, new Setting(given.spelled(), given.value()));
      }
      if (seen.put(name, given) != null) {
        throw new UsageException("expected " + given.spelled() + " only once");
      }
    }
    Setting named = settings.remove(CONFIGURATION);
    Setting consoleWanted = settings.remove(Flag.CONSOLE);
    boolean console = consoleWanted != null;
    boolean test = settings.remove(Flag.TEST) != null;
    if (consoleWanted != null) {
      // A shell on a terminal that the daemon has left would be none.
      settings.putIfAbsent("nodaemon", consoleWanted);
    }
    Path file = named == null ? search() : fileOf(named.value());
    Options asked = new Options(file, named == null, console, settings);
    return test ? new Test(asked) : new Run(asked);
  }

  private Path fileOf(String name) throws UsageException {
    try {
      return directory.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new UsageException("expected a path that this system's locale can spell, not " + name);
    }
  }

  private Path search() throws UsageException {
    List<Path> places = places();
    Optional<Path> found = places.stream().filter(exists).findFirst();
    return found.orElseThrow(
        () ->
            new UsageException(
                places.stream()
                    .map(Path::toString)
                    .collect(
                        Collectors.joining(
                            ", ",
                            "cannot find a configuration file: expected it as one of ",
                            "; name another one with -c"))));
  }

  /** Beside the directory of the executable, then in the current one, then in the system's. */
  private List<Path> places() {
    Path executable = Path.of(program);
    Path bin = executable.getParent();
    Path home = bin == null || bin.getParent() == null ? Path.of("") : bin.getParent();
    boolean atRoot = bin != null && bin.equals(bin.getRoot());
    Path prefix = directory.resolve(atRoot ? Path.of("/") : home);
    return List.of(
            prefix.resolve("etc/supervisord.conf"),
            prefix.resolve("supervisord.conf"),
            directory.resolve("supervisord.conf"),
            directory.resolve("etc/supervisord.conf"),
            Path.of("/etc/supervisord.conf"),
            Path.of("/etc/supervisor/supervisord.conf"))
        .stream()
        .map(Path::normalize)
        .distinct()
        .toList();
  }
}
