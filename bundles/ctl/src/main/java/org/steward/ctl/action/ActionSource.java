package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.RpcFault;

/** Gives actions by name: the built-in ones, and those of the server's plugins. */
public interface ActionSource {

  /** {@return the heading of this source's list in {@code help}} */
  String title();

  /** {@return the names to list and to complete, sorted} */
  List<String> names(Session session) throws IOException, RpcFault;

  /** {@return the action, which may also be one that {@link #names} does not list, or null} */
  @Nullable Action find(String name, Session session) throws IOException, RpcFault;
}
