package org.steward.core.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ProcessSettings;
import org.steward.api.process.SignalNames;
import org.steward.core.config.ini.IniSection;

/** Spells the configuration of processes as a file would, for people to read and compare. */
public final class EffectiveSettings {
  private static final String[] SIZES = {"", "KB", "MB", "GB"};

  private EffectiveSettings() {}

  /** One for each process, by group and name, with where its options are set. */
  public static List<ProcessSettings> of(Configuration configuration) {
    return of(configuration.groups()).stream()
        .map(settings -> located(settings, configuration.sections().get(settings.id())))
        .toList();
  }

  private static ProcessSettings located(ProcessSettings settings, @Nullable IniSection section) {
    Map<String, String> origins = new HashMap<>();
    if (section != null) {
      section
          .all()
          .forEach(
              (key, value) ->
                  origins.put(key, value.origin().file() + ":" + value.origin().line()));
    }
    return new ProcessSettings(settings.id(), settings.values(), settings.environment(), origins);
  }

  /** One for each process, by group and name. */
  public static List<ProcessSettings> of(List<GroupConfig> groups) {
    List<ProcessSettings> all = new ArrayList<>();
    for (GroupConfig group : groups) {
      for (ProcessConfig process : group.processes()) {
        all.add(of(group, process));
      }
    }
    all.sort((a, b) -> a.id().compareTo(b.id()));
    return List.copyOf(all);
  }

  /** Of one process of a group. */
  static ProcessSettings of(GroupConfig group, ProcessConfig process) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("command", process.command());
    putSurroundings(values, process.surroundings());
    putLife(values, process);
    putOutput(values, process.output());
    putKind(values, group);
    return new ProcessSettings(process.id(), values, process.surroundings().environment());
  }

  private static void putSurroundings(Map<String, String> values, Surroundings surroundings) {
    Account user = surroundings.user();
    Integer umask = surroundings.umask();
    put(values, "directory", surroundings.directory());
    put(values, "user", user == null ? null : user.name());
    put(values, "umask", umask == null ? null : "%03o".formatted(umask));
    put(values, "serverurl", surroundings.serverUrl());
  }

  private static void putLife(Map<String, String> values, ProcessConfig process) {
    StartPolicy start = process.start();
    StopPolicy stop = process.stop();
    put(values, "priority", start.priority());
    put(values, "autostart", start.autostart());
    put(values, "startsecs", start.startsecs());
    put(values, "startretries", start.startretries());
    put(values, "autorestart", spelled(process.restart().autorestart()));
    put(values, "exitcodes", joined(process.restart().exitcodes()));
    put(values, "stopsignal", SignalNames.name(stop.signal()).replaceFirst("^SIG", ""));
    put(values, "stopwaitsecs", stop.waitsecs());
    put(values, "stopasgroup", stop.asGroup());
    put(values, "killasgroup", stop.killAsGroup());
    put(values, "killtree", stop.killTree());
  }

  private static void putOutput(Map<String, String> values, OutputConfig output) {
    put(values, "redirect_stderr", output.redirectStderr());
    putStream(values, "stdout_", output.stdout());
    putStream(values, "stderr_", output.stderr());
  }

  private static void putStream(Map<String, String> values, String prefix, StreamConfig stream) {
    put(values, prefix + "logfile", spelled(stream.target()));
    put(values, prefix + "logfile_maxbytes", bytes(stream.maxBytes()));
    put(values, prefix + "logfile_backups", stream.backups());
    put(values, prefix + "capture_maxbytes", bytes(stream.captureMaxBytes()));
    put(values, prefix + "events_enabled", stream.eventsEnabled());
    put(values, prefix + "syslog", stream.syslog());
  }

  private static void putKind(Map<String, String> values, GroupConfig group) {
    switch (group) {
      case GroupConfig.Programs programs -> {
        // What makes a program one is said above.
      }
      case GroupConfig.FastCgi fastCgi -> putSocket(values, fastCgi.socket());
      case GroupConfig.ListenerPool pool -> {
        put(values, "buffer_size", pool.bufferSize());
        put(values, "events", joined(pool.events().stream().sorted().toList()));
        put(values, "result_handler", pool.resultHandler());
        put(values, "len_in_bytes", pool.lenInBytes());
      }
    }
  }

  private static void putSocket(Map<String, String> values, SocketConfig socket) {
    put(values, "socket", socket.url());
    put(values, "socket_backlog", socket.backlog());
    if (socket instanceof SocketConfig.Unix unix) {
      SocketConfig.Owner owner = unix.owner();
      put(values, "socket_owner", owner == null ? null : owner.uid() + ":" + owner.gid());
      put(values, "socket_mode", "%04o".formatted(unix.mode()));
    }
  }

  private static void put(Map<String, String> values, String key, @Nullable Object value) {
    if (value != null) {
      values.put(key, value.toString());
    }
  }

  private static String spelled(AutoRestart autorestart) {
    return switch (autorestart) {
      case NEVER -> "false";
      case UNEXPECTED -> "unexpected";
      case ALWAYS -> "true";
    };
  }

  private static String spelled(LogTarget target) {
    return switch (target) {
      case LogTarget.Auto auto -> "AUTO";
      case LogTarget.None none -> "NONE";
      case LogTarget.File file -> file.path();
    };
  }

  private static String joined(List<?> items) {
    return items.stream()
        .map(item -> item.toString().toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(","));
  }

  /** With the largest of the file's suffixes that leaves a whole number. */
  private static String bytes(long bytes) {
    long number = bytes;
    int size = 0;
    while (number != 0 && number % 1024 == 0 && size < SIZES.length - 1) {
      number /= 1024;
      size++;
    }
    return number + SIZES[size];
  }
}
