package org.steward.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path with holes, {@code /groups/{group}}, each of which takes one segment. Immutable. */
record PathTemplate(String text) {
  /** The names of the holes, in order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String segment : text.split("/")) {
      if (isHole(segment)) {
        names.add(name(segment));
      }
    }
    return names;
  }

  /** What the holes hold, null if the path is another one. */
  @Nullable Map<String, String> match(String path) {
    String[] wanted = text.split("/");
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (isHole(wanted[i]) && !given[i].isEmpty()) {
        values.put(name(wanted[i]), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return null;
      }
    }
    return values;
  }

  private static boolean isHole(String segment) {
    return segment.startsWith("{");
  }

  private static String name(String hole) {
    return hole.substring(1, hole.length() - 1);
  }
}
