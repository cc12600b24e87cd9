package org.steward.shell.command;

import java.util.List;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.SupervisorSnapshot;

/**
 * What a command is for, as it is typed: {@code all}, {@code group:*}, {@code group:name} or {@code
 * name}.
 */
sealed interface Target {
  /** Every process. */
  record All() implements Target {}

  /** The processes of a group. */
  record Group(String name) implements Target {}

  /** One process. */
  record One(ProcessId id) implements Target {}

  /** Understands one word. */
  static Target parse(String word) {
    int colon = word.indexOf(':');
    if (word.equals("all")) {
      return new All();
    }
    if (colon < 0) {
      return new One(new ProcessId(word, word));
    }
    String name = word.substring(colon + 1);
    String group = word.substring(0, colon);
    return name.isEmpty() || name.equals("*")
        ? new Group(group)
        : new One(new ProcessId(group, name));
  }

  /** The processes meant. */
  static List<ProcessSnapshot> find(SupervisorSnapshot snapshot, String word)
      throws CommandFailure {
    return switch (parse(word)) {
      case All() -> snapshot.processes();
      case Group(String name) ->
          snapshot
              .group(name)
              .map(GroupSnapshot::processes)
              .orElseThrow(() -> unknown(word + ": ERROR (no such group)"));
      case One(ProcessId id) ->
          List.of(
              snapshot.process(id).orElseThrow(() -> unknown(word + ": ERROR (no such process)")));
    };
  }

  private static CommandFailure unknown(String message) {
    return new CommandFailure(4, message);
  }
}
