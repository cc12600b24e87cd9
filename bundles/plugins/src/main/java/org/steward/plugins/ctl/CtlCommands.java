package org.steward.plugins.ctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.ctl.CtlCommand;
import org.steward.api.ctl.CtlCommand.Answer;

/**
 * The commands that are there. Replaced as a whole when one comes or goes, so that a run never
 * waits. Safe on any thread.
 */
public final class CtlCommands {
  private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final List<Offer> offers = new ArrayList<>();
  private volatile Table table = new Table(Map.of(), List.of());

  private record Offer(List<String> names, CtlCommand command, long bundle) {}

  private record Table(Map<String, CtlCommand> commands, List<Rejection> rejections) {}

  /**
   * A name that cannot be typed.
   *
   * @param bundle the id of the bundle that offers it
   */
  public record Rejection(String name, String reason, long bundle) {}

  /** Commands came. */
  public synchronized void add(List<String> names, CtlCommand command, long bundle) {
    offers.add(new Offer(names, command, bundle));
    publish();
  }

  /** They went; a run that is on its way goes on. */
  public synchronized void remove(CtlCommand command) {
    offers.removeIf(offer -> offer.command == command);
    publish();
  }

  private void publish() {
    Map<String, CtlCommand> commands = new TreeMap<>();
    List<Rejection> rejections = new ArrayList<>();
    for (Offer offer : offers) {
      for (String name : offer.names) {
        if (!VALID.matcher(name).matches()) {
          rejections.add(new Rejection(name, "it is no name for a command", offer.bundle));
        } else if (commands.putIfAbsent(name, offer.command) != null) {
          rejections.add(
              new Rejection(name, "there is a command of this name already", offer.bundle));
        }
      }
    }
    table = new Table(commands, List.copyOf(rejections));
  }

  /** What cannot be typed, and why. */
  public List<Rejection> rejections() {
    return table.rejections;
  }

  /** The names, sorted. */
  public List<String> names() {
    return List.copyOf(table.commands.keySet());
  }

  /**
   * How to use a command.
   *
   * @throws SupervisorFault BAD_NAME if there is none of this name
   */
  public String help(String name) {
    return find(name).help(name);
  }

  /**
   * Runs a command, on the caller's thread.
   *
   * @throws SupervisorFault BAD_NAME if there is none of this name, or as the command refuses
   * @throws Exception as the command fails
   */
  public Answer run(String name, List<String> arguments) throws Exception {
    return find(name).run(name, arguments);
  }

  private CtlCommand find(String name) {
    CtlCommand command = table.commands.get(name);
    if (command == null) {
      throw new SupervisorFault(Fault.BAD_NAME, name);
    }
    return command;
  }
}
