package org.steward.api.rpc;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The namespaces that were offered and are not served, so that their owners can see why. A service
 * of the rpc bundle; safe on any thread, never waits.
 */
@ProviderType
public interface RejectedNamespaces {
  /** Those rejected at this moment, in the order they were offered. */
  List<Rejection> rejections();

  /**
   * One rejected namespace. It is reconsidered when the namespace it clashes with goes.
   *
   * @param namespace the name it asked for
   * @param provider the class that implements it
   * @param reason why it is not served
   * @param bundle the id of the bundle that offered it, -1 where none did
   */
  record Rejection(String namespace, String provider, String reason, long bundle) {}
}
