package org.steward.shell.offer;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.jspecify.annotations.Nullable;
import org.steward.api.ctl.CtlCommand;
import org.steward.api.ctl.CtlCommand.Answer;
import org.steward.shell.command.CommandFailure;
import org.steward.shell.command.Explained;

/** A command that a plugin adds to {@code supervisorctl}, here. */
record CtlFunction(String name, CtlCommand command) implements Function, Explained {
  @Override
  public @Nullable Object execute(CommandSession session, List<Object> arguments) throws Exception {
    Answer answer = command.run(name, arguments.stream().map(String::valueOf).toList());
    if (!answer.text().isEmpty()) {
      Process.Utils.current().out().println(answer.text());
    }
    if (answer.status() != 0) {
      throw new CommandFailure(answer.status(), "");
    }
    return null;
  }

  @Override
  public String summary() {
    return explanation().lines().findFirst().orElse(name).replaceAll("\t+", "  ");
  }

  @Override
  public String explanation() {
    return command.help(name);
  }
}
