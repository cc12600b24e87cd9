package org.steward.core.config.schema;

import static org.steward.core.config.schema.Option.optional;
import static org.steward.core.config.schema.Option.required;
import static org.steward.core.config.schema.Option.withDefault;
import static org.steward.core.config.schema.Scope.INSTANCE;
import static org.steward.core.config.schema.Scope.PROCESS;
import static org.steward.core.config.schema.Scope.PROGRAM;

import java.util.List;
import java.util.stream.Stream;
import org.steward.core.config.Account;
import org.steward.core.config.AutoRestart;

/** Options of {@code [program:x]}, which FastCGI programs and event listeners have too. */
public final class ProgramOptions {
  /** Default of {@link #PROCESS_NAME}. */
  public static final String PROCESS_NAME_DEFAULT = "%(program_name)s";

  public static final Option<String> COMMAND =
      required(
              "command",
              Scalars.TEXT,
              PROCESS,
              "The program and its arguments, which may be quoted as in a shell. No shell runs it.")
          .taking(Onset.RESTART);
  public static final Option<String> PROCESS_NAME =
      withDefault(
              "process_name",
              Scalars.TEXT,
              PROCESS_NAME_DEFAULT,
              PROCESS,
              "Name of the process. Must contain `%(process_num)` where `numprocs` is more than 1.")
          .taking(Onset.MEMBERS);
  public static final Option<Integer> NUMPROCS =
      withDefault("numprocs", Scalars.INTEGER, "1", PROGRAM, "How many processes are run.")
          .taking(Onset.MEMBERS);
  public static final Option<Integer> NUMPROCS_START =
      withDefault(
              "numprocs_start",
              Scalars.INTEGER,
              "0",
              PROGRAM,
              "`process_num` of the first process.")
          .taking(Onset.MEMBERS);
  public static final Option<Integer> PRIORITY =
      withDefault(
              "priority",
              Scalars.INTEGER,
              "999",
              PROGRAM,
              "Order of start, lowest first; stopping goes the other way. Nothing waits for it.")
          .taking(Onset.LIVE);
  public static final Option<Boolean> AUTOSTART =
      withDefault(
              "autostart",
              Scalars.BOOLEAN,
              "true",
              PROGRAM,
              "Whether it is started with the daemon.")
          .taking(Onset.LIVE);
  public static final Option<Integer> STARTSECS =
      withDefault(
              "startsecs",
              Scalars.INTEGER,
              "1",
              PROGRAM,
              "Seconds it must stay up for its start to count as successful.")
          .taking(Onset.LIVE);
  public static final Option<Integer> STARTRETRIES =
      withDefault(
              "startretries",
              Scalars.INTEGER,
              "3",
              PROGRAM,
              "How often a failed start is tried again before the process is FATAL.")
          .taking(Onset.LIVE);
  public static final Option<AutoRestart> AUTORESTART =
      withDefault(
              "autorestart",
              Scalars.AUTO_RESTART,
              "unexpected",
              PROGRAM,
              "Whether it is started again when it exits after a successful start; `unexpected` for"
                  + " only where its exit status is not among `exitcodes`.")
          .taking(Onset.LIVE);
  public static final Option<List<Integer>> EXITCODES =
      withDefault(
              "exitcodes", Scalars.EXIT_CODES, "0", PROGRAM, "The exit statuses that are expected.")
          .taking(Onset.LIVE);
  public static final Option<Integer> STOPSIGNAL =
      withDefault("stopsignal", Scalars.SIGNAL, "TERM", PROGRAM, "Signal that asks it to stop.")
          .taking(Onset.LIVE);
  public static final Option<Integer> STOPWAITSECS =
      withDefault(
              "stopwaitsecs",
              Scalars.INTEGER,
              "10",
              PROGRAM,
              "Seconds it has for stopping before it is killed.")
          .taking(Onset.LIVE);
  public static final Option<Boolean> STOPASGROUP =
      withDefault(
              "stopasgroup",
              Scalars.BOOLEAN,
              "false",
              PROGRAM,
              "Whether the stop signal goes to its whole process group.")
          .taking(Onset.LIVE);
  public static final Option<Boolean> KILLASGROUP =
      optional(
              "killasgroup",
              Scalars.BOOLEAN,
              "as `stopasgroup`",
              PROGRAM,
              "Whether its whole process group is killed. Cannot be false with `stopasgroup`.")
          .taking(Onset.LIVE);
  public static final Option<Boolean> KILLTREE =
      withDefault(
              "killtree",
              Scalars.BOOLEAN,
              "false",
              PROGRAM,
              "Whether all it started is killed once it has ended, before it is started again: also"
                  + " what left its process group or session; see `cgroups`. What cannot be killed is"
                  + " named by its process id in the log and in `spawnerr`.")
          .taking(Onset.LIVE);
  public static final Option<Account> USER =
      optional("user", SystemTypes.USER, "the daemon's", PROGRAM, "User it runs as. Takes root.")
          .taking(Onset.RESTART);
  public static final Option<Boolean> REDIRECT_STDERR =
      withDefault(
              "redirect_stderr",
              Scalars.BOOLEAN,
              "false",
              PROGRAM,
              "Whether its standard error goes where its standard output goes.")
          .taking(Onset.RESTART);
  public static final Option<Variables> ENVIRONMENT =
      withDefault(
              "environment",
              Variables.TYPE,
              "",
              INSTANCE,
              "Variables it has besides the daemon's and those of `[supervisord]`.")
          .taking(Onset.RESTART);
  public static final Option<String> DIRECTORY =
      optional("directory", Scalars.TEXT, "the daemon's", PROCESS, "Directory it is started in.")
          .taking(Onset.RESTART);
  public static final Option<Integer> UMASK =
      optional("umask", Scalars.OCTAL, "the daemon's", PROGRAM, "Its file mode mask.")
          .taking(Onset.RESTART);
  public static final Option<String> SERVERURL =
      optional(
              "serverurl",
              Scalars.TEXT,
              "`AUTO`",
              PROGRAM,
              "What it finds in `SUPERVISOR_SERVER_URL`; `AUTO` for the daemon's first UNIX socket,"
                  + " else its first TCP socket.")
          .taking(Onset.RESTART);

  static final List<Option<?>> ALL =
      Stream.of(
              List.<Option<?>>of(
                  COMMAND,
                  PROCESS_NAME,
                  NUMPROCS,
                  NUMPROCS_START,
                  PRIORITY,
                  AUTOSTART,
                  STARTSECS,
                  STARTRETRIES,
                  AUTORESTART,
                  EXITCODES,
                  STOPSIGNAL,
                  STOPWAITSECS,
                  STOPASGROUP,
                  KILLASGROUP,
                  KILLTREE,
                  USER,
                  REDIRECT_STDERR),
              StreamOptions.STDOUT.all(),
              StreamOptions.STDERR.all(),
              List.<Option<?>>of(ENVIRONMENT, DIRECTORY, UMASK, SERVERURL))
          .flatMap(List::stream)
          .toList();

  private ProgramOptions() {}
}
