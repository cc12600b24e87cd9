package org.steward.core.config.schema;

import static org.steward.core.config.schema.Option.withDefault;
import static org.steward.core.config.schema.Scope.PROCESS;
import static org.steward.core.config.schema.Scope.PROGRAM;

import java.util.List;

/**
 * Options for one output stream of a program.
 *
 * @param stream {@code stdout} or {@code stderr}
 */
public record StreamOptions(
    String stream,
    Option<LogFile> file,
    Option<Long> maxBytes,
    Option<Integer> backups,
    Option<Long> captureMaxBytes,
    Option<Boolean> eventsEnabled,
    Option<Boolean> syslog) {
  public static final StreamOptions STDOUT = of("stdout");
  public static final StreamOptions STDERR = of("stderr");

  private static StreamOptions of(String stream) {
    String type = "PROCESS_LOG_" + stream.toUpperCase(java.util.Locale.ROOT);
    return new StreamOptions(
        stream,
        withDefault(
                stream + "_logfile",
                SystemTypes.LOG_FILE,
                "AUTO",
                PROCESS,
                "Where " + stream + " is kept. Expanded twice: a percent sign is `%%%%`.")
            .taking(Onset.LIVE),
        withDefault(
                stream + "_logfile_maxbytes",
                Scalars.BYTES,
                "50MB",
                PROCESS,
                "Size at which the log is rotated; 0 for never, as for `/dev/stdout`.")
            .taking(Onset.LIVE),
        withDefault(
                stream + "_logfile_backups",
                Scalars.INTEGER,
                "10",
                PROCESS,
                "How many rotated logs are kept.")
            .taking(Onset.LIVE),
        withDefault(
                stream + "_capture_maxbytes",
                Scalars.BYTES,
                "0",
                PROGRAM,
                "Most bytes of one communication event; 0 turns capture mode off.")
            .taking(Onset.LIVE),
        withDefault(
                stream + "_events_enabled",
                Scalars.BOOLEAN,
                "false",
                PROGRAM,
                "Whether " + type + " events are emitted for what is written outside capture mode.")
            .taking(Onset.LIVE),
        withDefault(
                stream + "_syslog",
                Scalars.BOOLEAN,
                "false",
                PROCESS,
                "Whether lines also go to syslog, with the process's name.")
            .taking(Onset.LIVE));
  }

  List<Option<?>> all() {
    return List.of(file, maxBytes, backups, captureMaxBytes, eventsEnabled, syslog);
  }
}
