package org.steward.shell.command;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessId;
import org.steward.api.process.SignalNames;

/** Commands that tell processes what to do. */
@Component(service = OrderCommands.class)
@GogoCommand(
    scope = Commands.SCOPE,
    function = {"restart", "send", "signal", "start", "stop"})
public final class OrderCommands {
  private static final String NAMES = "name, group:* or all";

  private final Supervisor supervisor;

  /** Called by Declarative Services. */
  @Activate
  public OrderCommands(@Reference Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Starts, and waits until each is running or its start has failed. */
  @Descriptor("start processes, and wait until each runs or has failed to")
  public void start(@Descriptor(NAMES) String... names)
      throws CommandFailure, InterruptedException {
    run(
        Order.START,
        new Orders(
            id -> supervisor.startProcess(id, true),
            group -> supervisor.startGroup(group, true),
            () -> supervisor.startAll(true)),
        names);
  }

  /** Stops, and waits until each is stopped. */
  @Descriptor("stop processes, and wait until each is stopped")
  public void stop(@Descriptor(NAMES) String... names) throws CommandFailure, InterruptedException {
    run(Order.STOP, stops(), names);
  }

  private Orders stops() {
    return new Orders(
        id -> supervisor.stopProcess(id, true),
        group -> supervisor.stopGroup(group, true),
        () -> supervisor.stopAll(true));
  }

  /** Stops and starts; that one did not run is no reason not to start it. */
  @Descriptor("stop processes and start them again")
  public void restart(@Descriptor(NAMES) String... names)
      throws CommandFailure, InterruptedException {
    stop(names);
    start(names);
  }

  /** Sends a signal. */
  @Descriptor("send a signal to processes")
  public void signal(
      @Descriptor("the signal's name or number") String signal, @Descriptor(NAMES) String... names)
      throws CommandFailure, InterruptedException {
    OptionalInt number = SignalNames.number(signal);
    if (number.isEmpty()) {
      throw new CommandFailure(
          CommandFailure.USAGE, "cannot send " + signal + ": expected a signal's name or number");
    }
    run(
        Order.SIGNAL,
        new Orders(
            id -> supervisor.signalProcess(id, number.getAsInt()),
            group -> supervisor.signalGroup(group, number.getAsInt()),
            () -> supervisor.signalAll(number.getAsInt())),
        names);
  }

  /** Writes to a process. */
  @Descriptor("write a line to the standard input of a process")
  public void send(
      @Descriptor("name of the process") String name, @Descriptor("the line") String... words)
      throws CommandFailure, InterruptedException {
    byte[] line =
        (String.join(" ", words) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (!(Target.parse(name) instanceof Target.One(ProcessId id))) {
      throw new CommandFailure(CommandFailure.USAGE, "expected the name of one process");
    }
    Run.await(supervisor.sendStdin(id, line));
  }

  private static void run(Order order, OrderRun.Means means, String... names)
      throws CommandFailure, InterruptedException {
    new OrderRun(order, means, Run.out()).on(names);
  }

  private record Orders(
      Function<ProcessId, CompletionStage<Void>> one,
      Function<String, CompletionStage<List<ProcessOutcome>>> ofGroup,
      Supplier<CompletionStage<List<ProcessOutcome>>> ofAll)
      implements OrderRun.Means {
    @Override
    public CompletionStage<Void> process(ProcessId id) {
      return one.apply(id);
    }

    @Override
    public CompletionStage<List<ProcessOutcome>> group(String name) {
      return ofGroup.apply(name);
    }

    @Override
    public CompletionStage<List<ProcessOutcome>> all() {
      return ofAll.get();
    }
  }
}
