package org.steward.core.config.schema;

import static org.steward.core.config.schema.Option.optional;
import static org.steward.core.config.schema.Option.withDefault;
import static org.steward.core.config.schema.Scope.HERE;
import static org.steward.core.config.schema.Scope.HOST;

import java.nio.file.Path;
import java.util.List;
import org.steward.core.config.Account;
import org.steward.core.config.LogLevel;

/**
 * Options of {@code [supervisord]}. Those with a flag on the command line have their key as its
 * long form.
 */
public final class SupervisordOptions {
  public static final Option<String> LOGFILE =
      withDefault(
          "logfile",
          SystemTypes.ACTIVITY_LOG,
          "supervisord.log",
          HERE,
          "Where the daemon writes its activity log.");
  public static final Option<Long> LOGFILE_MAXBYTES =
      withDefault(
          "logfile_maxbytes",
          Scalars.BYTES,
          "50MB",
          HERE,
          "Size at which the activity log is rotated; 0 for never, as for `/dev/stdout`.");
  public static final Option<Integer> LOGFILE_BACKUPS =
      withDefault(
          "logfile_backups",
          Scalars.INTEGER,
          "10",
          HERE,
          "How many rotated activity logs are kept.");
  public static final Option<LogLevel> LOGLEVEL =
      withDefault(
          "loglevel",
          Scalars.LOG_LEVEL,
          "info",
          HERE,
          "Least severe level that gets into the activity log.");
  public static final Option<Path> PIDFILE =
      withDefault(
          "pidfile",
          SystemTypes.FILE,
          "supervisord.pid",
          HERE,
          "File for the daemon's process id.");
  public static final Option<Integer> UMASK =
      withDefault("umask", Scalars.OCTAL, "022", HERE, "File mode mask of the daemon.");
  public static final Option<Boolean> NODAEMON =
      withDefault(
          "nodaemon",
          Scalars.BOOLEAN,
          "false",
          HERE,
          "Whether the daemon stays in the foreground.");
  public static final Option<Boolean> SILENT =
      withDefault(
          "silent",
          Scalars.BOOLEAN,
          "false",
          HERE,
          "Whether a daemon in the foreground keeps its log off standard output.");
  public static final Option<Integer> MINFDS =
      withDefault(
          "minfds",
          Scalars.INTEGER,
          "1024",
          HERE,
          "Least number of open files the daemon asks the system for; it does not start with less.");
  public static final Option<Integer> MINPROCS =
      withDefault(
          "minprocs",
          Scalars.INTEGER,
          "200",
          HERE,
          "Least number of processes the daemon asks the system for; it does not start with less.");
  public static final Option<Boolean> NOCLEANUP =
      withDefault(
          "nocleanup",
          Scalars.BOOLEAN,
          "false",
          HERE,
          "Whether `AUTO` logs of an earlier run are kept at start.");
  public static final Option<Path> CHILDLOGDIR =
      optional(
          "childlogdir",
          SystemTypes.DIRECTORY,
          "`$TMPDIR`, else `/tmp`",
          HERE,
          "Directory of `AUTO` logs.");
  public static final Option<Account> USER =
      optional(
          "user",
          SystemTypes.USER,
          "stay as started",
          HERE,
          "User the daemon changes to at start. Takes root.");
  public static final Option<Path> DIRECTORY =
      optional(
          "directory",
          SystemTypes.DIRECTORY,
          "stay where started",
          HERE,
          "Directory the daemon changes to when it leaves the foreground.");
  public static final Option<Boolean> STRIP_ANSI =
      withDefault(
          "strip_ansi",
          Scalars.BOOLEAN,
          "false",
          HERE,
          "Whether ANSI escape sequences are removed from all program logs.");
  public static final Option<Variables> ENVIRONMENT =
      withDefault(
          "environment",
          Variables.TYPE,
          "",
          HOST,
          "Variables for all programs; also usable as `ENV_x` in the other sections.");
  public static final Option<String> IDENTIFIER =
      withDefault(
          "identifier",
          Scalars.TEXT,
          "supervisor",
          HERE,
          "Name of this daemon in its RPC interface, in events and in the names of `AUTO` logs.");

  public static final Option<Boolean> ADOPT =
      withDefault(
          "adopt",
          Scalars.BOOLEAN,
          "true",
          HERE,
          "Whether programs live on when the daemon dies without stopping them, to be looked after"
              + " by the next one; see [how](../how-to/upgrade-and-survive.md). Where not, their"
              + " pipes break as under Supervisor.");

  public static final Option<Boolean> CGROUPS =
      withDefault(
          "cgroups",
          Scalars.BOOLEAN,
          "false",
          HERE,
          "Whether each program with `killtree=true` gets a control group of its own below the"
              + " daemon's, which nothing it starts can leave. Takes cgroup v2 (Linux 5.14) and a"
              + " group that is delegated to the daemon, by systemd with `Delegate=yes`; where that"
              + " is missing, the log says so.");

  static final List<Option<?>> ALL =
      List.of(
          LOGFILE,
          LOGFILE_MAXBYTES,
          LOGFILE_BACKUPS,
          LOGLEVEL,
          PIDFILE,
          UMASK,
          NODAEMON,
          SILENT,
          MINFDS,
          MINPROCS,
          NOCLEANUP,
          CHILDLOGDIR,
          USER,
          DIRECTORY,
          STRIP_ANSI,
          ENVIRONMENT,
          IDENTIFIER,
          ADOPT,
          CGROUPS);

  private SupervisordOptions() {}
}
