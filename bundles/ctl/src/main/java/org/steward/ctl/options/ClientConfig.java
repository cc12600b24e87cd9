package org.steward.ctl.options;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The {@code [supervisorctl]} section of a configuration file. {@code [include]} is not followed,
 * as Supervisor's own supervisorctl does not follow it.
 */
record ClientConfig(
    String serverUrl,
    @Nullable String username,
    @Nullable String password,
    String prompt,
    @Nullable String historyFile,
    boolean foreignPlugins) {

  private static final String SECTION = "supervisorctl";
  private static final String UNIX = "unix://";
  private static final String DEFAULT_URL = "http://localhost:9001";
  private static final String DEFAULT_PROMPT = "supervisor";

  /** What holds without a file. */
  static final ClientConfig DEFAULTS =
      new ClientConfig(DEFAULT_URL, null, null, DEFAULT_PROMPT, null, false);

  static ClientConfig read(String file) throws UsageException {
    IniFile ini = new IniFile(textOf(file), file);
    if (!ini.hasSection(SECTION)) {
      throw new UsageException(file + " does not include a [supervisorctl] section");
    }
    String here = Paths.directoryOf(file);
    String url = expanded(ini, "serverurl", here);
    String prompt = expanded(ini, "prompt", null);
    String history = expanded(ini, "history_file", here);
    return new ClientConfig(
        url == null ? DEFAULT_URL : normalizeSocket(url),
        expanded(ini, "username", null),
        expanded(ini, "password", null),
        prompt == null ? DEFAULT_PROMPT : prompt,
        history == null || history.isEmpty() ? null : Paths.normalize(history),
        ini.hasSectionStartingWith("ctlplugin:"));
  }

  private static @Nullable String expanded(IniFile ini, String option, @Nullable String here)
      throws UsageException {
    String value = ini.get(SECTION, option);
    return value == null ? null : new Expansion(option, here).expand(value);
  }

  private static String normalizeSocket(String url) {
    return url.startsWith(UNIX) ? UNIX + Paths.normalize(url.substring(UNIX.length())) : url;
  }

  private static String textOf(String file) throws UsageException {
    if (!new File(file).exists()) {
      throw new UsageException("could not find config file " + file);
    }
    try (FileInputStream in = new FileInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageException("could not read config file " + file + ": " + e.getMessage());
    }
  }
}
