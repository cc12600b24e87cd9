package org.steward.plugins;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogReaderService;
import org.osgi.service.log.Logger;
import org.osgi.service.log.admin.LoggerAdmin;
import org.steward.plugins.folder.PluginFolders;
import org.steward.plugins.log.LogForwarder;

/** Has the OSGi log forwarded to the activity log. */
@Component(
    immediate = true,
    service = {})
public final class LogComponent {
  private final LogReaderService log;
  private final LogForwarder forwarder;

  /** Called by Declarative Services. */
  @Activate
  public LogComponent(
      @Reference LogReaderService log,
      @Reference LoggerAdmin levels,
      @Reference ActivityLinesComponent lines) {
    this.log = log;
    this.forwarder = new LogForwarder(lines.lines(), PluginFolders::isPlugin);
    // The log's own default would drop what plugins say below a warning.
    levels.getLoggerContext(null).setLogLevels(Map.of(Logger.ROOT_LOGGER_NAME, LogLevel.INFO));
    forwarder.listen(log);
  }

  @Deactivate
  void deactivate() {
    log.removeLogListener(forwarder);
  }
}
