package org.steward.core.loop;

import java.util.ArrayList;
import java.util.List;
import org.steward.core.config.LogLevel;
import org.steward.core.output.ActivityLog;

/** An activity log that remembers. */
final class RecordingLog implements ActivityLog {
  final List<String> lines = new ArrayList<>();

  @Override
  public void log(LogLevel level, String message) {
    lines.add(level.mark() + " " + message);
  }

  @Override
  public boolean isLogged(LogLevel level) {
    return true;
  }
}
