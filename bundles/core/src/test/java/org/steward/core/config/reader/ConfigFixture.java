package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steward.core.config.CommandLine;
import org.steward.core.config.CommandLine.Setting;
import org.steward.core.config.ConfigException;
import org.steward.core.config.Configuration;
import org.steward.core.config.Configuration.Notice;
import org.steward.core.config.FakeAccounts;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.Host;
import org.steward.core.config.Problem;
import org.steward.core.config.ProcessConfig;

/** A directory with configuration files, on a host that is always the same. */
final class ConfigFixture {
  static final String NODE = "node1";

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, Setting> settings = new LinkedHashMap<>();
  private int uid = 500;
  private boolean searched;

  ConfigFixture(Path directory) {
    this.directory = directory;
    environment.put("HOME", directory.toString());
    environment.put("PATH", "/bin");
  }

  ConfigFixture variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  ConfigFixture setting(String key, String flag, String value) {
    settings.put(key, new Setting(flag, value));
    return this;
  }

  ConfigFixture runByRoot() {
    uid = 0;
    return this;
  }

  ConfigFixture searched() {
    searched = true;
    return this;
  }

  Path file(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a main file of just that text. */
  Configuration read(String text) throws ConfigException {
    return reader(text).read();
  }

  /** Reads a main file with a {@code [supervisord]} section before the text. */
  Configuration readPrograms(String text) throws ConfigException {
    return read("[supervisord]\n" + text);
  }

  /** The one process of a {@code [program:x]} with these options. */
  ProcessConfig program(String options) throws ConfigException {
    List<ProcessConfig> processes = programs(options);
    if (processes.size() != 1) {
      throw new AssertionError("expected one process, not " + processes);
    }
    return processes.getFirst();
  }

  /** The processes of a {@code [program:x]} with these options. */
  List<ProcessConfig> programs(String options) throws ConfigException {
    GroupConfig group = readPrograms("[program:x]\n" + options).groups().getFirst();
    return group.processes();
  }

  /** The problems of a main file, each as its line. */
  List<String> problemsOf(String text) {
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(text));
    if (e == null) {
      throw new AssertionError("expected problems in " + text);
    }
    String prefix = directory + "/";
    return e.problems().stream().map(Problem::text).map(line -> line.replace(prefix, "")).toList();
  }

  List<String> problemsOfPrograms(String text) {
    return problemsOf("[supervisord]\n" + text);
  }

  /** The notices of a main file, each with its level, with paths relative to the directory. */
  List<String> noticesOf(String text) throws ConfigException {
    String prefix = directory + "/";
    return read(text).notices().stream()
        .map(ConfigFixture::line)
        .map(line -> line.replace(prefix, ""))
        .toList();
  }

  List<String> noticesOfPrograms(String text) throws ConfigException {
    return noticesOf("[supervisord]\n" + text);
  }

  private ConfigReader reader(String text) {
    Path file = file("supervisord.conf", text);
    CommandLine.Options options = new CommandLine.Options(file, searched, false, settings);
    return new ConfigReader(
        options, () -> new Host(environment, directory, NODE, uid, new FakeAccounts()));
  }

  private static String line(Notice notice) {
    return notice.level() + " " + notice.text();
  }
}
