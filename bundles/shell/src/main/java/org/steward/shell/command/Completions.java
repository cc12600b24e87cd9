package org.steward.shell.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.steward.api.control.Supervisor;
import org.steward.api.event.EventType;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.SignalNames;
import org.steward.api.process.SupervisorSnapshot;

/** What may be typed next after one of the supervisor's commands. Any thread. */
public final class Completions {
  private final Supervisor supervisor;

  /**
   * @param supervisor asked for the names there are
   */
  public Completions(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /**
   * The words that fit.
   *
   * @param command the command's name, without its scope
   * @param before the words between it and the one to be completed
   */
  public Collection<String> of(String command, List<String> before) {
    List<String> words = before.stream().filter(word -> !word.startsWith("-")).toList();
    return switch (command) {
      case "status", "start", "stop", "restart", "pid", "clear" -> targets();
      case "signal" -> words.isEmpty() ? SignalNames.all() : targets();
      case "send" -> words.isEmpty() ? processes() : List.of();
      case "tail" -> tail(words);
      case "maintail" -> List.of("-f");
      case "events" -> Stream.of(EventType.values()).map(Enum::name).toList();
      case "remove", "update" -> groups();
      case "add" -> configured();
      case "upgrade" -> List.of("status");
      default -> List.of();
    };
  }

  private List<String> tail(List<String> words) {
    return switch (words.size()) {
      case 0 -> Stream.concat(Stream.of("-f"), processes().stream()).toList();
      case 1 -> List.of("stdout", "stderr");
      default -> List.of();
    };
  }

  private List<String> targets() {
    List<String> names = new ArrayList<>(processes());
    supervisor.snapshot().groups().stream()
        .filter(group -> group.processes().size() > 1)
        .forEach(group -> names.add(group.name() + ":*"));
    names.add("all");
    return names;
  }

  private List<String> processes() {
    SupervisorSnapshot snapshot = supervisor.snapshot();
    return snapshot.processes().stream()
        .map(ProcessSnapshot::id)
        .map(id -> id.displayName())
        .toList();
  }

  private List<String> groups() {
    return supervisor.snapshot().groups().stream().map(GroupSnapshot::name).toList();
  }

  private List<String> configured() {
    return supervisor.configInfo().stream()
        .filter(config -> !config.inUse())
        .map(config -> config.id().group())
        .distinct()
        .toList();
  }
}
