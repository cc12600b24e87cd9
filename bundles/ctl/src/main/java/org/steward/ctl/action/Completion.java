package org.steward.ctl.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.RpcFault;

/**
 * What the word being typed may become: an action, a group or a process, by the action before it.
 * Asks the server at most once between two calls of {@link #forget}.
 */
public final class Completion {

  private final Session session;
  private @Nullable List<ProcessInfo> infos;

  /**
   * @param session tells the actions and reaches the server
   */
  public Completion(Session session) {
    this.session = session;
  }

  /** Lets the next completion ask the server again; to be called before each command. */
  public void forget() {
    infos = null;
  }

  /**
   * {@return the words that start like the one being typed}
   *
   * @param line the command line up to the cursor
   * @param word the end of the line that is to be completed, possibly empty
   */
  public List<String> candidates(String line, String word) {
    List<String> words = Words.split(line);
    boolean first = words.isEmpty() || words.size() == 1 && !line.endsWith(" ");
    try {
      return startingWith(word, first ? actions() : arguments(words.getFirst(), word));
    } catch (IOException | RpcFault e) {
      return List.of(); // a key press is no place for an error; the command itself will say
    }
  }

  private Collection<String> arguments(String action, String word) throws IOException, RpcFault {
    switch (action) {
      case "help":
        return actions();
      case "add":
      case "remove":
      case "update":
        return groups();
      case "clear":
      case "fg":
      case "pid":
      case "restart":
      case "signal":
      case "start":
      case "status":
      case "stop":
      case "tail":
        return processes(word);
      default:
        return List.of();
    }
  }

  private List<String> actions() throws IOException, RpcFault {
    List<String> names = new ArrayList<>();
    names.add("help");
    for (ActionSource source : session.actions().sources()) {
      names.addAll(source.names(session));
    }
    return names;
  }

  private Set<String> groups() throws IOException, RpcFault {
    Set<String> groups = new LinkedHashSet<>();
    for (ProcessInfo info : infos()) {
      groups.add(info.group());
    }
    return groups;
  }

  private Set<String> processes(String word) throws IOException, RpcFault {
    Set<String> processes = new LinkedHashSet<>();
    for (ProcessInfo info : infos()) {
      if (word.indexOf(':') >= 0 || !info.name().equals(info.group())) {
        processes.add(info.group() + ":" + info.name());
        processes.add(info.group() + ":*");
      } else {
        processes.add(info.name());
      }
    }
    return processes;
  }

  private List<ProcessInfo> infos() throws IOException, RpcFault {
    List<ProcessInfo> known = infos;
    if (known == null) {
      known = ProcessInfo.all(session);
      infos = known;
      session.disconnect();
    }
    return known;
  }

  private static List<String> startingWith(String prefix, Collection<String> names) {
    List<String> matching = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(prefix)) {
        matching.add(name);
      }
    }
    return matching;
  }
}
