package org.steward.shell.command;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEventHandler;

/** Follows the events: an event handler for as long as the command runs. */
@Component(service = EventCommands.class)
@GogoCommand(scope = Commands.SCOPE, function = "events")
public final class EventCommands {
  private static final int MOST_WAITING = 1000;

  private final BundleContext context;

  /** Called by Declarative Services. */
  @Activate
  public EventCommands(BundleContext context) {
    this.context = context;
  }

  /** A line for each event, until it is interrupted. */
  @Descriptor("show events as they happen, until Ctrl-C; all but the output of programs and ticks")
  public void events(@Descriptor("only these types and those below them") String... types)
      throws CommandFailure, InterruptedException {
    follow(types.length == 0 ? USUAL : types(types));
  }

  private static final String[] USUAL = {
    EventType.PROCESS_STATE.name(),
    EventType.PROCESS_GROUP.name(),
    EventType.SUPERVISOR_STATE_CHANGE.name(),
    EventType.REMOTE_COMMUNICATION.name(),
    EventType.PROCESS_COMMUNICATION.name()
  };

  private static String[] types(String... words) throws CommandFailure {
    String[] types = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      types[i] = words[i].toUpperCase(Locale.ROOT);
      try {
        EventType.valueOf(types[i]);
      } catch (IllegalArgumentException unknown) {
        throw new CommandFailure(
            CommandFailure.USAGE,
            "cannot follow " + words[i] + ": expected the name of a type of events");
      }
    }
    return types;
  }

  private void follow(String... types) throws InterruptedException {
    BlockingQueue<SupervisorEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    // Where the terminal does not keep up, the handler's own queue fills next, and then tells.
    SupervisorEventHandler handler = waiting::put;
    ServiceRegistration<?> registration =
        context.registerService(
            SupervisorEventHandler.class,
            handler,
            FrameworkUtil.asDictionary(Map.of(SupervisorEventHandler.EVENTS, types)));
    try {
      print(waiting, Run.out());
    } finally {
      registration.unregister();
    }
  }

  private static void print(BlockingQueue<SupervisorEvent> waiting, PrintStream out)
      throws InterruptedException {
    while (!out.checkError()) {
      @Nullable SupervisorEvent event = waiting.poll(1, TimeUnit.SECONDS);
      if (event != null) {
        String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "";
        out.println(time + "  " + event.type() + "  " + EventText.of(event));
      }
    }
  }
}
