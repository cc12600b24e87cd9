package org.steward.plugins.ctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
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

  /** How many runs of one plugin's commands may be on their way. */
  private static final int MOST_RUNS = 8;

  private record Offer(List<String> names, CtlCommand command, long bundle, Semaphore runs) {}

  private record Table(Map<String, Offer> commands, List<Rejection> rejections) {}

  /**
   * A name that cannot be typed.
   *
   * @param bundle the id of the bundle that offers it
   */
  public record Rejection(String name, String reason, long bundle) {}

  /** Commands came. */
  public synchronized void add(List<String> names, CtlCommand command, long bundle) {
    offers.add(new Offer(names, command, bundle, new Semaphore(MOST_RUNS)));
    publish();
  }

  /** They went; a run that is on its way goes on. */
  public synchronized void remove(CtlCommand command) {
    offers.removeIf(offer -> offer.command == command);
    publish();
  }

  private void publish() {
    Map<String, Offer> commands = new TreeMap<>();
    List<Rejection> rejections = new ArrayList<>();
    for (Offer offer : offers) {
      for (String name : offer.names) {
        if (!VALID.matcher(name).matches()) {
          rejections.add(new Rejection(name, "it is no name for a command", offer.bundle));
        } else if (commands.putIfAbsent(name, offer) != null) {
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
    return find(name).command.help(name);
  }

  /**
   * Runs a command, on a thread of its own, so that one that never returns costs nobody else
   * anything.
   *
   * @return completes with its answer, or with what it throws
   * @throws SupervisorFault BAD_NAME if there is none of this name, FAILED if too many runs of its
   *     plugin's commands are on their way
   */
  public CompletionStage<Answer> run(String name, List<String> arguments) {
    Offer offer = find(name);
    if (!offer.runs.tryAcquire()) {
      throw new SupervisorFault(
          Fault.FAILED, MOST_RUNS + " runs of " + name + " and its like have not returned");
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("ctl-" + name)
        .start(
            () -> {
              try {
                answer.complete(offer.command.run(name, arguments));
              } catch (Throwable foreign) { // whatever another bundle's code throws
                answer.completeExceptionally(foreign);
              } finally {
                offer.runs.release();
              }
            });
    return answer;
  }

  private Offer find(String name) {
    Offer offer = table.commands.get(name);
    if (offer == null) {
      throw new SupervisorFault(Fault.BAD_NAME, name);
    }
    return offer;
  }
}
