package org.steward.core.config.reader;

import java.nio.file.Path;
import org.steward.core.config.LogTarget;
import org.steward.core.config.OutputConfig;
import org.steward.core.config.StreamConfig;
import org.steward.core.config.schema.LogFile;
import org.steward.core.config.schema.ProgramOptions;
import org.steward.core.config.schema.StreamOptions;

/** Reads what happens to the output of a process. The warnings are Supervisor's, to the letter. */
final class StreamReader {
  private static final LogTarget NONE = new LogTarget.None();

  private final Findings findings;
  private final Path base;

  /**
   * With a place for warnings.
   *
   * @param base where relative paths of logs start
   */
  StreamReader(Findings findings, Path base) {
    this.findings = findings;
    this.base = base;
  }

  OutputConfig read(SectionValues values) {
    StreamConfig stdout = stream(values, StreamOptions.STDOUT);
    StreamConfig stderr = stream(values, StreamOptions.STDERR);
    boolean redirect = values.get(ProgramOptions.REDIRECT_STDERR);
    return new OutputConfig(stdout, redirect ? redirected(values, stderr) : stderr, redirect);
  }

  private StreamConfig stream(SectionValues values, StreamOptions options) {
    LogFile file = values.getExpandedTwice(options.file());
    long maxBytes = values.get(options.maxBytes());
    warn(values.section().name(), options, file, maxBytes);
    return new StreamConfig(
        absolute(file.target()),
        maxBytes,
        values.get(options.backups()),
        values.get(options.captureMaxBytes()),
        values.get(options.eventsEnabled()),
        values.get(options.syslog()) || file.obsoleteSyslog());
  }

  private void warn(String section, StreamOptions options, LogFile file, long maxBytes) {
    String key = options.file().key();
    if (file.obsoleteSyslog()) {
      findings.warn(
          "For ["
              + section
              + "], "
              + key
              + "=syslog but this is deprecated and will be removed."
              + "  Use "
              + options.syslog().key()
              + "=true to enable syslog instead.");
    }
    if (file.target() instanceof LogTarget.Auto && maxBytes == 0) {
      findings.warn(
          "For ["
              + section
              + "], AUTO logging used for "
              + key
              + " without rollover, set maxbytes"
              + " > 0 to avoid filling up filesystem unintentionally");
    }
  }

  private LogTarget absolute(LogTarget target) {
    return target instanceof LogTarget.File(String path)
        ? new LogTarget.File(Glob.join(base.toString(), path))
        : target;
  }

  private StreamConfig redirected(SectionValues values, StreamConfig stderr) {
    if (stderr.target() instanceof LogTarget.File) {
      findings.warn(
          "For ["
              + values.section().name()
              + "], redirect_stderr=true but stderr_logfile has also"
              + " been set to a filename, the filename has been ignored");
    }
    return new StreamConfig(
        NONE,
        stderr.maxBytes(),
        stderr.backups(),
        stderr.captureMaxBytes(),
        stderr.eventsEnabled(),
        stderr.syslog());
  }
}
