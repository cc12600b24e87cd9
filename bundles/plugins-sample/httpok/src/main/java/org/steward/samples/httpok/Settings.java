package org.steward.samples.httpok;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionException;

/**
 * What the section says, under the names of the original's options.
 *
 * @param url what to ask
 * @param programs the processes to restart, each by {@code name} or {@code group:name}
 * @param any whether to restart all that run
 * @param timeout how long the whole answer may take
 * @param codes the statuses that are good
 * @param body what the answer must contain, empty for anything
 * @param gcore the command that writes a core file, given its path and a process id
 * @param coredir where core files go, empty for none
 * @param eager whether to ask even while none of the processes runs
 */
record Settings(
    URI url,
    List<String> programs,
    boolean any,
    Duration timeout,
    Set<Integer> codes,
    String body,
    String gcore,
    String coredir,
    boolean eager) {

  static Settings of(PluginSection section) throws SectionException {
    section.allowOnly(
        "url",
        "program",
        "any",
        "timeout",
        "code",
        "body",
        "gcore",
        "coredir",
        "eager",
        "events",
        "name",
        "email",
        "sendmail_program");
    section.required("url");
    Settings settings =
        new Settings(
            section.get("url", URI.create(""), Settings::url),
            section.list("program"),
            section.flag("any", false),
            section.seconds("timeout", Duration.ofSeconds(10)),
            section.get("code", Set.of(200), Settings::codes),
            section.text("body", ""),
            section.text("gcore", "/usr/bin/gcore -o"),
            section.text("coredir", ""),
            section.flag("eager", true));
    if (settings.timeout.isZero()) {
      throw new SectionException(section, "timeout", "expected more than 0 seconds");
    }
    return settings;
  }

  private static URI url(String text) {
    URI url = URI.create(text.strip());
    boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!isHttp || url.getHost() == null) {
      throw new IllegalArgumentException("expected an address as http://localhost:8080/path");
    }
    return url;
  }

  private static Set<Integer> codes(String text) {
    List<Integer> codes = new ArrayList<>();
    for (String word : text.split(",")) {
      if (!word.strip().matches("[1-5]\\d\\d")) {
        throw new IllegalArgumentException("expected statuses as 200, 204");
      }
      codes.add(Integer.valueOf(word.strip()));
    }
    return new TreeSet<>(codes);
  }
}
