package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/**
 * An action that a plugin of the server offers: it runs there, and its text is shown here.
 *
 * @param name what it is called
 * @param words the arguments where they come as words, or null where they are in the command line
 */
record PluginAction(String name, @Nullable List<Object> words) implements Action {

  /** The same with arguments that need no quotes. */
  @Override
  public Action ofWords(List<String> commandLine) {
    return new PluginAction(name, List.copyOf(commandLine.subList(1, commandLine.size())));
  }

  @Override
  public String help() {
    return name + " [argument] ...\tA command of a plugin";
  }

  @Override
  public String help(Session session) throws IOException, RpcFault {
    return session.call("plugins.ctlCommandHelp", name).toString();
  }

  @Override
  public void run(Session session, String argument) throws IOException {
    List<Object> arguments = words == null ? CallArguments.words(argument) : words;
    Struct answer;
    try {
      answer = Struct.of(session.call("plugins.runCtlCommand", name, arguments));
    } catch (RpcFault fault) {
      session.print(name + ": ERROR (" + fault.text() + ")");
      session.setExitStatus(ExitStatus.GENERIC);
      return;
    }
    String text = answer.string("text");
    if (!text.isEmpty()) {
      session.print(text);
    }
    session.setExitStatus(answer.integer("status"));
  }
}
