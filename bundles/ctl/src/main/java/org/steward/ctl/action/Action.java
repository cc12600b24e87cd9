package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.console.InputInterruptedException;
import org.steward.ctl.rpc.RpcFault;

/** One thing supervisorctl can be told to do. Runs on the main thread and may block. */
public interface Action {

  /**
   * Does it, printing to the session and setting its exit status where that is not success.
   *
   * @param argument the rest of the command line, without surrounding white space
   * @throws RpcFault that the action has no line of its own for; the runner prints it
   * @throws IOException likewise
   * @throws InputInterruptedException if Ctrl-C was pressed at a question
   */
  void run(Session session, String argument)
      throws IOException, RpcFault, InputInterruptedException;

  /**
   * {@return the action for arguments that come as words, so that it takes no further argument, or
   * null where it takes them as one text}
   *
   * @param words its name and the arguments
   */
  default @Nullable Action ofWords(List<String> words) {
    return null;
  }

  /** {@return how to use it, in lines, the last one without its end} */
  String help();

  /** {@return the same for actions of which only the server can tell} */
  default String help(Session session) throws IOException, RpcFault {
    return help();
  }
}
