package org.steward.core.config.reader;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files by pattern, as Python's {@code glob} finds them: {@code *}, {@code ?} and {@code [...]}
 * within one path component, with {@code **} no more than {@code *}; a leading dot must be written.
 * Paths come back spelled as the pattern spells them.
 */
final class Glob {
  private Glob() {}

  /** The paths that match, sorted; none for what is no path in this system's locale. */
  static List<String> find(String pattern) {
    try {
      return expand(pattern, false).stream().sorted().toList();
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  private static List<String> expand(String pattern, boolean directoriesOnly) {
    if (!hasMagic(pattern)) {
      return exists(pattern) ? List.of(pattern) : List.of();
    }
    int slash = pattern.lastIndexOf('/');
    String parent = slash < 0 ? "" : pattern.substring(0, Math.max(slash, 1));
    String last = pattern.substring(slash + 1);
    List<String> directories = hasMagic(parent) ? expand(parent, true) : List.of(parent);
    List<String> found = new ArrayList<>();
    for (String directory : directories) {
      for (String name : namesIn(directory, last, directoriesOnly)) {
        found.add(join(directory, name));
      }
    }
    return found;
  }

  private static List<String> namesIn(String directory, String last, boolean directoriesOnly) {
    if (!hasMagic(last)) {
      return exists(join(directory, last)) ? List.of(last) : List.of();
    }
    Pattern pattern = GlobPattern.compile(last);
    boolean hiddenToo = last.startsWith(".");
    return list(directory).stream()
        .filter(path -> !directoriesOnly || Files.isDirectory(path))
        .map(path -> path.getFileName().toString())
        .filter(name -> hiddenToo || !name.startsWith("."))
        .filter(name -> pattern.matcher(name).matches())
        .toList();
  }

  /** What cannot be listed has nothing in it. */
  private static List<Path> list(String directory) {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
      entries.forEach(paths::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return paths;
  }

  private static boolean exists(String path) {
    return path.endsWith("/")
        ? Files.isDirectory(Path.of(path))
        : Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS);
  }

  static String join(String directory, String name) {
    if (name.startsWith("/") || directory.isEmpty()) {
      return name;
    }
    return directory.endsWith("/") ? directory + name : directory + "/" + name;
  }

  private static boolean hasMagic(String pattern) {
    return pattern.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }
}
