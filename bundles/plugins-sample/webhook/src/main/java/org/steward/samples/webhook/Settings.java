package org.steward.samples.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;
import org.steward.api.event.EventType;

/**
 * What a {@code [webhook:x]} section says.
 *
 * @param url where to post to
 * @param events the names of the events to post
 * @param timeout how long one request may take
 * @param retries how often a request that failed is made again
 * @param retryWait the wait before the first retry; each later one is twice as long
 * @param queueSize how many events may wait
 * @param header a header to send along as {@code Name: value}, empty for none
 * @param secret what to sign with, empty for no signature
 */
record Settings(
    URI url,
    List<String> events,
    Duration timeout,
    int retries,
    Duration retryWait,
    int queueSize,
    String header,
    String secret) {

  static Settings of(PluginSection section) throws SectionException {
    section.allowOnly(
        "url", "events", "timeout", "retries", "retry_wait", "queue_size", "header", "secret");
    section.required("url");
    section.required("events");
    Settings settings =
        new Settings(
            section.get("url", URI.create(""), Settings::url),
            section.get("events", List.of(), Settings::events),
            section.seconds("timeout", Duration.ofSeconds(10)),
            section.integer("retries", 5, 0, 100),
            section.seconds("retry_wait", Duration.ofSeconds(1)),
            section.integer("queue_size", 1000, 1, 100_000),
            section.get("header", "", Settings::header),
            section.text("secret", ""));
    if (settings.timeout.isZero()) {
      throw new SectionException(section, "timeout", "expected more than 0 seconds");
    }
    return settings;
  }

  private static URI url(String text) {
    URI url = URI.create(text.strip());
    boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!isHttp || url.getHost() == null) {
      throw new IllegalArgumentException("expected an address as https://host/path");
    }
    return url;
  }

  private static List<String> events(String text) {
    List<String> names = new ArrayList<>();
    for (String word : text.split(",")) {
      String name = word.strip().toUpperCase(Locale.ROOT);
      try {
        names.add(EventType.valueOf(name).name());
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException(
            "'" + word.strip() + "' is no event; expected such as PROCESS_STATE_FATAL", unknown);
      }
    }
    return List.copyOf(names);
  }

  private static String header(String text) {
    if (!text.matches("[A-Za-z0-9-]+:\\s*\\S.*")) {
      throw new IllegalArgumentException("expected a header as Name: value");
    }
    return text;
  }
}
