package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.RpcFault;

/**
 * All actions there are. The first source that knows a name wins, so a plugin cannot change what a
 * built-in action does.
 *
 * @param sources in the order they are asked
 * @param adviceOnUnknown what to tell a person who asked for an action that none of them has
 */
public record ActionTable(List<ActionSource> sources, String adviceOnUnknown) {

  @Nullable Action find(String name, Session session) throws IOException, RpcFault {
    for (ActionSource source : sources) {
      Action action = source.find(name, session);
      if (action != null) {
        return action;
      }
    }
    return null;
  }
}
