package org.steward.shell.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.felix.gogo.runtime.CommandProxy;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Component;

/** Tells what can be typed. */
@Component(service = HelpCommand.class)
@GogoCommand(scope = Commands.SCOPE, function = "help")
public final class HelpCommand {
  /** Scopes that are told of in a sentence: they are many, and not what one comes here for. */
  private static final Set<String> OTHERS = Set.of("cm", "felix", "gogo", "osgi", "scr");

  private static final String KEYS =
      """

      Also there: felix:* for bundles, gogo:* for pipes and scripts (grep, each, if, watch, ...).
      help <command> tells more of one. Tab completes, Ctrl-C interrupts, exit or Ctrl-D leaves.""";

  /** All commands. */
  @Descriptor("list the commands")
  public void help(CommandSession session) {
    Table table = new Table();
    String before = "";
    for (String name : commands(session)) {
      String scope = name.substring(0, name.indexOf(':'));
      if (!OTHERS.contains(scope)) {
        if (!scope.equals(before) && !before.isEmpty()) {
          table.row("");
        }
        before = scope;
        table.row(name, summary(session, name));
      }
    }
    PrintStream out = Run.out();
    table.print(out);
    out.println(KEYS);
  }

  /** One command. */
  @Descriptor("tell how to use a command")
  public void help(CommandSession session, @Descriptor("the command") String command)
      throws CommandFailure {
    String wanted = command.toLowerCase(Locale.ROOT);
    PrintStream out = Run.out();
    boolean found = false;
    for (String name : commands(session)) {
      if (name.equals(wanted) || name.endsWith(":" + wanted)) {
        found = true;
        explain(session, name, out);
      }
    }
    if (!found) {
      throw new CommandFailure(
          CommandFailure.GENERIC, "cannot tell of " + command + ": there is no such command");
    }
  }

  /** The names with their scopes, the supervisor's first. */
  private static List<String> commands(CommandSession session) {
    Set<String> names = Commands.names(session);
    List<String> own =
        names.stream().filter(name -> name.startsWith(Commands.SCOPE + ":")).toList();
    names.removeAll(own);
    return java.util.stream.Stream.concat(own.stream(), names.stream()).toList();
  }

  private static String summary(CommandSession session, String name) {
    return with(
        session,
        name,
        target ->
            target instanceof Explained explained
                ? explained.summary()
                : Usage.of(target.getClass(), function(name)).stream()
                    .map(Usage::description)
                    .findFirst()
                    .orElse(""));
  }

  private static void explain(CommandSession session, String name, PrintStream out) {
    out.println(name);
    String text =
        with(
            session,
            name,
            target ->
                target instanceof Explained explained
                    ? explained.explanation()
                    : explanation(Usage.of(target.getClass(), function(name))));
    out.println(text.indent(2).stripTrailing());
  }

  private static String explanation(List<Usage> usages) {
    StringBuilder text = new StringBuilder();
    for (Usage usage : usages) {
      text.append(usage.synopsis()).append("\n  ").append(usage.description()).append('\n');
      for (Usage.Argument argument : usage.arguments()) {
        text.append("    ").append(argument.spelling()).append("  ");
        text.append(argument.meaning()).append('\n');
      }
    }
    return text.toString();
  }

  private static String function(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static String with(
      CommandSession session, String name, java.util.function.Function<Object, String> teller) {
    if (!(session.get(name) instanceof CommandProxy proxy)) {
      return "";
    }
    Object target = proxy.getTarget();
    try {
      return target == null ? "" : teller.apply(target);
    } finally {
      proxy.ungetTarget();
    }
  }
}
