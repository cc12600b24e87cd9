package org.steward.plugins.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.steward.api.control.Severity;
import org.steward.plugins.log.ActivityLines;

/**
 * One jar of a plugin folder and the bundle it has become. Driven by the folder's thread; what runs
 * the plugin's code does so on its lane. Read by any.
 */
final class Deployment {
  private final Path jar;
  private final BundleOps ops;
  private final ActivityLines lines;
  private final Duration grace;
  private final Lane lane;

  private @Nullable Stamp seen;
  private long seenAt;
  private boolean settled;
  private String digest = "";

  /** What runs, or ran last; kept so that a version that cannot be started can be taken back. */
  private @Nullable JarCopy good;

  private boolean takenBack;

  private volatile int deployments;
  private volatile @Nullable Bundle bundle;
  private volatile @Nullable String jarProblem;
  private volatile @Nullable String startProblem;

  Deployment(Path jar, BundleOps ops, ActivityLines lines, Timing timing, Runnable whenLate) {
    this.jar = jar;
    this.ops = ops;
    this.lines = lines;
    this.grace = timing.grace();
    this.lane = new Lane(String.valueOf(jar.getFileName()), timing.patience(), whenLate);
  }

  Path jar() {
    return jar;
  }

  /** The bundle, null while there is none. */
  @Nullable Bundle bundle() {
    return bundle;
  }

  /** How often the jar was installed or updated. */
  int deployments() {
    return deployments;
  }

  /** What is wrong with the file or with starting its bundle. */
  List<String> problems() {
    return Stream.of(jarProblem, startProblem, lane.trouble())
        .filter(problem -> problem != null)
        .map(String::valueOf)
        .toList();
  }

  /**
   * Looks at the file, and installs or updates if it has changed.
   *
   * @param work a folder for copies
   * @return after how many milliseconds to look again even if nothing is told of
   */
  long look(Stamp stamp, Path work) throws InterruptedException {
    if (lane.isBusy()) {
      return Long.MAX_VALUE; // the lane rings when it is done
    }
    if (!stamp.equals(seen)) {
      seen = stamp;
      seenAt = System.nanoTime();
      settled = false;
    }
    return settled ? Long.MAX_VALUE : settle(work);
  }

  private long settle(Path work) throws InterruptedException {
    JarCopy copy;
    try {
      copy = JarCopy.of(jar, work);
    } catch (JarCopy.Unusable e) {
      return unusable(String.valueOf(e.getMessage()));
    }
    settled = true;
    jarProblem = null;
    if (copy.digest().equals(digest)) {
      discard(copy);
    } else {
      digest = copy.digest();
      lane.run(bundle == null ? "its start" : "its stop or start", () -> deploy(copy));
    }
    return Long.MAX_VALUE;
  }

  private long unusable(String reason) {
    long left = grace.toMillis() - (System.nanoTime() - seenAt) / 1_000_000;
    if (left > 0) {
      return left;
    }
    settled = true;
    jarProblem = bundle == null ? reason : "the bundle before it is kept: " + reason;
    lines.warn("cannot use the plugin " + jar + ": " + jarProblem);
    return Long.MAX_VALUE;
  }

  private void deploy(JarCopy copy) {
    startProblem = null;
    takenBack = false;
    deployments++;
    Bundle present = bundle;
    try {
      if (present == null) {
        bundle = ops.install(jar, copy);
      } else {
        ops.update(present, copy);
      }
      start(present == null ? "installed" : "updated");
      discard(good);
      good = copy;
    } catch (BundleException | IOException | RuntimeException e) {
      discard(copy);
      failed(e);
      digest = bundle == null ? "" : digest;
      if (present != null && good != null) {
        takeBack(present, good);
      }
    }
  }

  /** Goes back to the version before: a broken update must not take away what worked. */
  private void takeBack(Bundle present, JarCopy before) {
    String broken = name(present);
    String problem = String.valueOf(startProblem);
    try {
      ops.update(present, before);
      ops.start(present);
      takenBack = true;
      startProblem = broken + " cannot be started: " + problem + "; " + name(present) + " runs on";
      lines.warn("plugin " + jar + ": " + startProblem);
    } catch (BundleException | IOException | RuntimeException e) {
      lines.warn("cannot go back from the plugin " + broken + ": " + words(e));
    }
  }

  private void start(String done) throws BundleException {
    Bundle present = bundle;
    if (present != null) {
      ops.start(present);
      startProblem = null;
      lines.info("plugin " + name(present) + " " + done + " from " + jar);
    }
  }

  /** Whether it failed in a way that another plugin's coming or going may have mended. */
  boolean isWorthAnotherTry() {
    Bundle present = bundle;
    boolean unresolved = present != null && present.getState() == Bundle.INSTALLED;
    boolean refused = present == null && settled && jarProblem == null;
    return !lane.isBusy() && startProblem != null && (unresolved || refused || takenBack);
  }

  /** Tries again what failed. */
  void retry(Path work) throws InterruptedException {
    if (bundle == null || takenBack) {
      settled = false;
      digest = "";
      settle(work);
    } else {
      lane.run("its start", this::startAgain);
    }
  }

  private void startAgain() {
    try {
      start("started");
    } catch (BundleException | RuntimeException e) {
      startProblem = words(e);
    }
  }

  /** Uninstalls: the file is gone. Returns whether that is done; the lane may be busy. */
  boolean remove() throws InterruptedException {
    Bundle present = bundle;
    if (lane.isBusy()) {
      return false;
    }
    if (present != null) {
      lane.run("its stop", () -> uninstall(present));
    }
    return !lane.isBusy();
  }

  private void uninstall(Bundle present) {
    try {
      ops.uninstall(present);
      lines.info("plugin " + name(present) + " removed with " + jar);
    } catch (BundleException | RuntimeException e) {
      lines.warn("plugin " + name(present) + " did not stop cleanly: " + words(e));
    } finally {
      bundle = null;
      discard(good);
      good = null;
    }
  }

  private void failed(Exception e) {
    String problem = words(e);
    startProblem = problem;
    lines.write(Severity.ERROR, "cannot start the plugin " + jar + ": " + problem);
  }

  private void discard(@Nullable JarCopy copy) {
    if (copy == null) {
      return;
    }
    try {
      copy.close();
    } catch (IOException e) {
      lines.warn("cannot delete " + copy.file() + ": " + e);
    }
  }

  private static String name(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  /** The framework wraps what a plugin threw: that is what its author wants to see. */
  private static String words(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root instanceof BundleException ? String.valueOf(root.getMessage()) : root.toString();
  }
}
