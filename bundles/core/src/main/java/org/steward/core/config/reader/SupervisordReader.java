package org.steward.core.config.reader;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.CommandLine.Setting;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.schema.SupervisordOptions;
import org.steward.core.config.schema.Variables;

/** Reads {@code [supervisord]}, with the command line's settings before it. */
final class SupervisordReader {
  private final Context context;
  private final Map<String, Setting> overrides;

  SupervisordReader(Context context, Map<String, Setting> overrides) {
    this.context = context;
    this.overrides = overrides;
  }

  SupervisordConfig read(IniSection section) {
    SectionValues values = new SectionValues(section, context, context.expansions(), overrides);
    Path childLogDir = values.find(SupervisordOptions.CHILDLOGDIR);
    return new SupervisordConfig(
        activityLog(values),
        values.get(SupervisordOptions.PIDFILE),
        values.get(SupervisordOptions.UMASK),
        values.get(SupervisordOptions.NODAEMON),
        values.get(SupervisordOptions.SILENT),
        values.find(SupervisordOptions.USER),
        values.find(SupervisordOptions.DIRECTORY),
        values.get(SupervisordOptions.IDENTIFIER),
        childLogDir == null ? context.host().tempDirectory() : childLogDir,
        values.get(SupervisordOptions.NOCLEANUP),
        values.get(SupervisordOptions.STRIP_ANSI),
        values.get(SupervisordOptions.MINFDS),
        values.get(SupervisordOptions.MINPROCS),
        environment(section, values),
        values.get(SupervisordOptions.ADOPT),
        values.get(SupervisordOptions.CGROUPS));
  }

  private static ActivityLogConfig activityLog(SectionValues values) {
    return new ActivityLogConfig(
        values.get(SupervisordOptions.LOGFILE),
        values.get(SupervisordOptions.LOGFILE_MAXBYTES),
        values.get(SupervisordOptions.LOGFILE_BACKUPS),
        values.get(SupervisordOptions.LOGLEVEL));
  }

  private Map<String, String> environment(IniSection section, SectionValues values) {
    Variables variables = values.get(SupervisordOptions.ENVIRONMENT);
    context.warnOfIgnored(section, variables.ignored());
    return variables.values();
  }

  /**
   * Where the relative paths of programs' logs start: logs are opened when the daemon has left the
   * foreground, and its old directory with it.
   */
  static Path logBase(SupervisordConfig config, Path started) {
    @Nullable Path directory = config.directory();
    return config.nodaemon() || directory == null ? started : directory;
  }
}
