package org.steward.core.posix.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.steward.core.posix.Credentials.Limit;
import org.steward.core.posix.Credentials.Resource;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PosixException;

/** Who the virtual daemon is, its limits, and what it did to the world around it. */
public final class FakeEnvironment {
  private final Map<Resource, Limit> limits = new EnumMap<>(Resource.class);
  private final Set<String> notExecutable = new HashSet<>();
  private final Set<String> liveSockets = new HashSet<>();
  private final List<String> deeds = new ArrayList<>();
  private int uid;
  private int umask = 022;
  private boolean privateState = true;
  private long blockedSignals = -1;

  FakeEnvironment() {
    for (Resource resource : Resource.values()) {
      limits.put(resource, new Limit(1024, 4096));
    }
  }

  /** Sets who the daemon is; root unless set. */
  public void setUid(int uid) {
    this.uid = uid;
  }

  /** Sets which signals are blocked; all unless set. */
  public void setBlockedSignals(long mask) {
    blockedSignals = mask;
  }

  /** Makes the system refuse a file system state per thread. */
  public void refusePrivateFileSystemState() {
    privateState = false;
  }

  /** Makes a file not executable; all others are. */
  public void setNotExecutable(String path) {
    notExecutable.add(path);
  }

  /** Lets a server accept connections at a UNIX socket. */
  public void setLiveSocket(String path) {
    liveSockets.add(path);
  }

  /**
   * What the daemon did, in order, such as {@code becomeUser www 33 33}, {@code chdir /}, {@code
   * chown /run/x.sock 0 0}, {@code listenTcp localhost 9000}, {@code exec /bin/java [java]}.
   */
  public List<String> deeds() {
    return List.copyOf(deeds);
  }

  void did(String deed) {
    deeds.add(deed);
  }

  int uid() {
    return uid;
  }

  int umask(int mask) {
    int before = umask;
    umask = mask;
    return before;
  }

  boolean privateState() {
    return privateState;
  }

  Limit limit(Resource resource) {
    return limits.get(resource);
  }

  void setLimit(Resource resource, Limit limit) {
    Limit now = limits.get(resource);
    if (Long.compareUnsigned(limit.soft(), limit.hard()) > 0) {
      throw new PosixException("setLimit", Errno.EINVAL);
    }
    if (uid != 0 && Long.compareUnsigned(limit.hard(), now.hard()) > 0) {
      throw new PosixException("setLimit", Errno.EPERM);
    }
    limits.put(resource, limit);
  }

  boolean executable(String path) {
    return !notExecutable.contains(path);
  }

  boolean live(String path) {
    return liveSockets.contains(path);
  }

  long blockedSignals() {
    return blockedSignals;
  }
}
