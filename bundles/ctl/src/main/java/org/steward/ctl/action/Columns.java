package org.steward.ctl.action;

import java.util.ArrayList;
import java.util.List;

/** Arranges names in columns, downwards first, in as few rows as fit a width. */
final class Columns {

  private static final int GAP = 2;

  private Columns() {}

  static List<String> arrange(List<String> names, int width) {
    int rows = 1;
    while (rows < names.size() && widthOf(names, rows) > width) {
      rows++;
    }
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < Math.min(rows, names.size()); row++) {
      lines.add(line(names, rows, row));
    }
    return lines;
  }

  private static String line(List<String> names, int rows, int row) {
    StringBuilder line = new StringBuilder();
    for (int i = row; i < names.size(); i += rows) {
      line.append(i == row ? "" : " ".repeat(GAP));
      line.append(Words.pad(names.get(i), columnWidth(names, rows, i / rows)));
    }
    return line.toString();
  }

  private static int widthOf(List<String> names, int rows) {
    int width = -GAP;
    for (int column = 0; column * rows < names.size(); column++) {
      width += columnWidth(names, rows, column) + GAP;
    }
    return width;
  }

  private static int columnWidth(List<String> names, int rows, int column) {
    int width = 0;
    int end = Math.min(names.size(), (column + 1) * rows);
    for (String name : names.subList(column * rows, end)) {
      width = Math.max(width, name.length());
    }
    return width;
  }
}
