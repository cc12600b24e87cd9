package org.steward.core.spi.security;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.steward.api.control.LogAccess;
import org.steward.api.control.Severity;

/**
 * Writes down in the activity log who changed what, who tried and may not, and what failed: lines
 * that begin with {@code audit:}. Safe on any thread; never waits.
 *
 * <p>Nobody can fill the log with it: of refusals by one way from one address, one line is written
 * in ten seconds; of one and the same change by one user, ten are. The next line tells how many
 * were left out.
 */
public final class AuditTrail {
  private static final long WINDOW_MILLIS = 10_000;
  private static final int CHANGES = 10;
  private static final int REFUSALS = 1;

  /** What is kept in mind. Beyond it the eldest is forgotten, and has its next lines sooner. */
  private static final int MOST = 1024;

  private static final int LONGEST = 400;

  private final LogAccess logs;
  private final InstantSource clock;
  private final Map<String, Window> windows = new Windows();

  /** Lines of one kind since a moment: how many there were, written or not. */
  private record Window(long since, int lines) {}

  private static final class Windows extends LinkedHashMap<String, Window> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
      return size() > MOST;
    }
  }

  /**
   * Who asks, and how.
   *
   * @param user the name, empty where none was asked for
   * @param address where from: an IP address, or {@code unix}
   * @param way by what: {@code rpc}, {@code api}, {@code page}, {@code shell}, {@code login}
   */
  public record Actor(String user, String address, String way) {
    @Override
    public String toString() {
      return (user.isEmpty() ? "anybody" : user) + " from " + address + " by " + way;
    }
  }

  /**
   * A trail.
   *
   * @param logs where it is written
   * @param clock tells the time of day
   */
  public AuditTrail(LogAccess logs, InstantSource clock) {
    this.logs = logs;
    this.clock = clock;
  }

  /** A change was asked for, and is begun. */
  public void changed(Actor actor, String what) {
    write(Severity.INFO, actor + ": " + what, actor + what, CHANGES);
  }

  /** A change failed. */
  public void failed(Actor actor, String what, String why) {
    write(Severity.INFO, actor + ": " + what + " failed: " + why, actor + what + why, CHANGES);
  }

  /** Something was asked for that the actor may not do. */
  public void refused(Actor actor, String what, String why) {
    String kind = actor.way() + ' ' + actor.address();
    write(Severity.WARN, actor + ": " + what + " refused: " + why, kind, REFUSALS);
  }

  /** Writes a line, unless there were too many of its kind lately. */
  private void write(Severity severity, String words, String subject, int most) {
    String kind = oneLine(subject); // clients name things, at any length
    long now = clock.millis();
    int leftOut = 0;
    synchronized (windows) {
      Window window = windows.get(kind);
      if (window == null || now - window.since >= WINDOW_MILLIS) {
        leftOut = window == null ? 0 : Math.max(0, window.lines - most);
        windows.remove(kind); // to become the youngest
        windows.put(kind, new Window(now, 1));
      } else {
        windows.put(kind, new Window(window.since, window.lines + 1));
        if (window.lines >= most) {
          return;
        }
      }
    }
    String more = leftOut == 0 ? "" : " (" + leftOut + " such lines left out before)";
    logs.write(severity, "audit: " + oneLine(words) + more);
  }

  /** Names and arguments come from clients, who must not be able to write lines of their own. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return text.length() > LONGEST ? line + "..." : line.toString();
  }
}
