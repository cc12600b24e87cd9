package org.steward.shell.command;

import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandSession;

/** What all commands have in common. */
public final class Commands {
  /** The scope: {@code supervisor:status}. */
  public static final String SCOPE = "supervisor";

  private Commands() {}

  /** The commands there are, with their scopes: Gogo keeps the names of those that are gone. */
  public static SortedSet<String> names(CommandSession session) {
    SortedSet<String> names = new TreeSet<>(Shell.getCommands(session));
    names.removeIf(name -> session.get(name) == null);
    return names;
  }
}
