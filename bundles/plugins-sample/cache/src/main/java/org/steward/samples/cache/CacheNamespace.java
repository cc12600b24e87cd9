package org.steward.samples.cache;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.process.SupervisorState;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;

/**
 * The RPC methods. Also the place of the values: they go with the bundle, as those of the original
 * go with the daemon. Keys are of any type here, so that one that is no string is a BAD_NAME as in
 * the original, and no fault of the call.
 */
@Component(
    service = {RpcNamespace.class, CacheNamespace.class},
    property = RpcNamespace.NAME + "=cache")
public final class CacheNamespace implements RpcNamespace {
  /** The version of the original's interface. */
  private static final String API_VERSION = "0.2";

  /** Concurrent, since methods are called on many threads; sorted, since keys are listed so. */
  private final ConcurrentSkipListMap<String, String> values = new ConcurrentSkipListMap<>();

  private final Supervisor supervisor;

  /** Called by Declarative Services. */
  @Activate
  public CacheNamespace(@Reference Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** The interface's version. */
  @RpcMethod(
      role = Role.READ,
      help = "Tell the version of this interface.\n\n@return string result  The version\n")
  public String getAPIVersion() {
    requireUp();
    return API_VERSION;
  }

  /** All keys. */
  @RpcMethod(role = Role.READ, help = "List the keys.\n\n@return array result  The keys, sorted\n")
  public List<String> getKeys() {
    requireUp();
    return List.copyOf(values.keySet());
  }

  /** How many there are. */
  @RpcMethod(
      role = Role.READ,
      help = "Count the values.\n\n@return int result  How many there are\n")
  public int getCount() {
    requireUp();
    return values.size();
  }

  /** Keeps a value. */
  @RpcMethod(
      role = Role.OPERATE,
      help =
          """
          Keep a value under a key, in place of one that is there.

          @param string key       The key, not empty
          @param string data      The value
          @return boolean result  Always true
          """,
      signature = {"boolean", "string", "string"})
  public boolean store(Object key, String data) {
    requireUp();
    values.put(valid(key), data);
    return true;
  }

  /** Gives a value back. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Give the value of a key; fault BAD_NAME if there is none.

          @param string key      The key
          @return string result  The value
          """,
      signature = {"string", "string"})
  public String fetch(Object key) {
    requireUp();
    String data = values.get(valid(key));
    if (data == null) {
      throw new SupervisorFault(Fault.BAD_NAME);
    }
    return data;
  }

  /** Forgets a value. */
  @RpcMethod(
      role = Role.OPERATE,
      help =
          """
          Forget the value of a key, if there is one.

          @param string key       The key
          @return boolean result  Always true
          """,
      signature = {"boolean", "string"})
  public boolean delete(Object key) {
    requireUp();
    values.remove(valid(key));
    return true;
  }

  /** Forgets all. */
  @RpcMethod(
      role = Role.OPERATE,
      help = "Forget all values.\n\n@return boolean result  Always true\n")
  public boolean clear() {
    requireUp();
    values.clear();
    return true;
  }

  private static String valid(Object key) {
    if (key instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new SupervisorFault(Fault.BAD_NAME, "expected a key that is a string and not empty");
  }

  private void requireUp() {
    if (supervisor.snapshot().state() == SupervisorState.SHUTDOWN) {
      throw new SupervisorFault(Fault.SHUTDOWN_STATE);
    }
  }
}
