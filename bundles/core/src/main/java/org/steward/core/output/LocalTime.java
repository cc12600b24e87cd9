package org.steward.core.output;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Function;

/** Wall-clock seconds as text in local time; the text of the last second is kept. Loop only. */
final class LocalTime {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private final ZoneId zone;
  private final Function<LocalDateTime, String> format;
  private long second = Long.MIN_VALUE;
  private String text = "";

  private LocalTime(ZoneId zone, Function<LocalDateTime, String> format) {
    this.zone = zone;
    this.format = format;
  }

  /** As in {@code 2026-11-23 14:17:58}. */
  static LocalTime iso(ZoneId zone) {
    return new LocalTime(zone, LocalTime::isoText);
  }

  /** As in {@code Nov 3 14:17:58}: English whatever the locale, as RFC 3164 wants it. */
  static LocalTime syslog(ZoneId zone) {
    return new LocalTime(zone, LocalTime::syslogText);
  }

  String at(long wallMillis) {
    long wanted = Math.floorDiv(wallMillis, 1000L);
    if (wanted != second) {
      text = format.apply(LocalDateTime.ofInstant(Instant.ofEpochSecond(wanted), zone));
      second = wanted;
    }
    return text;
  }

  private static String isoText(LocalDateTime time) {
    StringBuilder out = new StringBuilder(19);
    out.append(time.getYear()).append('-');
    pad(out, time.getMonthValue(), '0').append('-');
    pad(out, time.getDayOfMonth(), '0').append(' ');
    return timeOfDay(out, time);
  }

  private static String syslogText(LocalDateTime time) {
    StringBuilder out = new StringBuilder(15);
    out.append(MONTHS[time.getMonthValue() - 1]).append(' ');
    pad(out, time.getDayOfMonth(), ' ').append(' ');
    return timeOfDay(out, time);
  }

  private static String timeOfDay(StringBuilder out, LocalDateTime time) {
    pad(out, time.getHour(), '0').append(':');
    pad(out, time.getMinute(), '0').append(':');
    return pad(out, time.getSecond(), '0').toString();
  }

  private static StringBuilder pad(StringBuilder out, int number, char with) {
    return (number < 10 ? out.append(with) : out).append(number);
  }
}
