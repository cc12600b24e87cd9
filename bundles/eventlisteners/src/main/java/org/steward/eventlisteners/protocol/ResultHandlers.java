package org.steward.eventlisteners.protocol;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.ResultHandler;

/** The result handlers there are, by name. May be used on any thread. */
public final class ResultHandlers {
  private final Map<String, ResultHandler> byName = new ConcurrentHashMap<>();
  private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();

  /** A handler came. */
  public void add(String name, ResultHandler handler) {
    byName.put(name, handler);
    watchers.forEach(Runnable::run);
  }

  /** A handler went; another one of the same name stays. */
  public void remove(String name, ResultHandler handler) {
    byName.remove(name, handler);
  }

  @Nullable ResultHandler find(String name) {
    return byName.get(name);
  }

  /** Has someone told, on the thread that brings it, that a handler came. */
  void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  void unwatch(Runnable watcher) {
    watchers.remove(watcher);
  }
}
