package org.steward.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;

/** Logs in files of the test, whose growth the test tells of by hand. */
public final class FakeLogs extends org.steward.api.testing.FakeLogs {
  private final Map<String, Optional<Path>> logs = new ConcurrentHashMap<>();
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  volatile Optional<Path> activityLog = Optional.empty();

  /** Makes a process known whose stream is, or is not, kept in a file. */
  void put(String process, LogStream stream, Optional<Path> log) {
    logs.put(process + "/" + stream.label(), log);
  }

  /** Tells all who follow a file that it grew or was replaced. */
  void grown(Path log) {
    subscriptions.stream()
        .filter(subscription -> subscription.log.equals(log))
        .forEach(subscription -> subscription.onGrowth.run());
  }

  /** How many follow a file now. */
  int followers() {
    return subscriptions.size();
  }

  @Override
  public Optional<Path> activityLog() {
    return activityLog;
  }

  @Override
  public Optional<Path> processLog(ProcessId id, LogStream stream) {
    Optional<Path> log = logs.get(id.displayName() + "/" + stream.label());
    if (log == null) {
      throw new SupervisorFault(Fault.BAD_NAME, id.displayName());
    }
    return log;
  }

  @Override
  public Follow follow(Path log, Runnable onGrowth) {
    Subscription subscription = new Subscription(log, onGrowth);
    subscriptions.add(subscription);
    return () -> subscriptions.remove(subscription);
  }

  /** Not a record: two followers of the same file are two. */
  private static final class Subscription {
    private final Path log;
    private final Runnable onGrowth;

    Subscription(Path log, Runnable onGrowth) {
      this.log = log;
      this.onGrowth = onGrowth;
    }
  }
}
