package org.steward.slf4j;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * Forwards warnings and errors to the OSGi log and drops the rest: libraries tell at lower levels
 * what only their own developers ask for, and the answer to "is debug on?" must cost nothing.
 */
final class ForwardingLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  ForwardingLogger(String name) {
    this.name = name;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String messagePattern,
      Object @Nullable [] arguments,
      @Nullable Throwable throwable) {
    org.osgi.service.log.Logger target = OsgiLog.logger(name);
    if (target == null) {
      return;
    }
    String message = MessageFormatter.basicArrayFormat(messagePattern, arguments);
    if (level == Level.ERROR) {
      if (throwable == null) {
        target.error(message);
      } else {
        target.error(message, throwable);
      }
    } else if (throwable == null) {
      target.warn(message);
    } else {
      target.warn(message, throwable);
    }
  }
}
