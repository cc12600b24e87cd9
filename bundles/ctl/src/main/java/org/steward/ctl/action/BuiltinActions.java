package org.steward.ctl.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The actions supervisorctl has by itself. Only the one asked for is loaded. */
public final class BuiltinActions implements ActionSource {

  private static final String NAMES =
      "add avail clear exit fg maintail open pid quit reload remove reread restart shutdown signal start status stop tail"
          + " update version";

  /** {@return whether one of them has this name} */
  public static boolean has(String name) {
    return Words.split(NAMES).contains(name);
  }

  @Override
  public String title() {
    return "default commands";
  }

  @Override
  public List<String> names(Session session) {
    return Words.split(NAMES);
  }

  @Override
  public @Nullable Action find(String name, Session session) {
    return switch (name) {
      case "add" -> GroupAction.ADD;
      case "avail" -> new AvailAction();
      case "clear" -> new ClearAction();
      case "exit", "quit", "EOF" -> new LeaveAction(name);
      case "fg" -> new ForegroundAction();
      case "help" -> new HelpAction();
      case "maintail" -> new MainTailAction();
      case "open" -> new OpenAction();
      case "pid" -> new PidAction();
      case "reload" -> new ReloadAction();
      case "remove" -> GroupAction.REMOVE;
      case "reread" -> new RereadAction();
      case "restart" -> new RestartAction();
      case "shutdown" -> new ShutdownAction();
      case "signal" -> new SignalAction();
      case "start" -> new StartAction();
      case "status" -> new StatusAction();
      case "stop" -> new StopAction();
      case "tail" -> new TailAction();
      case "update" -> new UpdateAction();
      case "version" -> new VersionAction();
      default -> null;
    };
  }
}
