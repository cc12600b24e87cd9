package org.steward.web.http;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of what is served: whole paths, and trees below a path. Immutable.
 *
 * <p>A path is looked up as a key, never resolved against a file system, so that no spelling of it
 * leads out of what stands in the table.
 */
public final class Routes {
  private final Map<String, Route> paths;
  private final Map<String, Route> trees;

  private Routes(Map<String, Route> paths, Map<String, Route> trees) {
    this.paths = Map.copyOf(paths);
    this.trees = Map.copyOf(trees);
  }

  /** A table to fill. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What answers a decoded path: the whole path's route, else that of the tree named by its first
   * segment, else null.
   */
  public @Nullable Route find(String path) {
    Route exact = paths.get(path);
    if (exact != null) {
      return exact;
    }
    int slash = path.indexOf('/', 1);
    return slash < 0 ? null : trees.get(path.substring(0, slash));
  }

  /** Collects routes. */
  public static final class Builder {
    private final Map<String, Route> paths = new HashMap<>();
    private final Map<String, Route> trees = new HashMap<>();

    private Builder() {}

    /** Serves one path. */
    public Builder path(String path, Route route) {
      paths.put(path, route);
      return this;
    }

    /** Serves the path {@code /name} and every path below it. */
    public Builder tree(String name, Route route) {
      trees.put(name, route);
      return path(name, route);
    }

    /** The table. */
    public Routes build() {
      return new Routes(paths, trees);
    }
  }
}
