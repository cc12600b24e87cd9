package org.steward.rpc.dispatch;

import java.util.List;
import org.steward.api.rpc.RpcNamespace;

/**
 * A namespace of this bundle whose methods are spread over several objects, each for one concern,
 * behind a common guard.
 */
public interface GuardedNamespace extends RpcNamespace {
  /** The objects that carry the published methods. */
  List<Object> parts();

  /** The guard of all of them. */
  CallGuard guard();
}
