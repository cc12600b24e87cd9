package org.steward.shell.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Lines of columns, each as wide as its widest cell. */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  void print(PrintStream out) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = length(row.get(i));
        if (i == widths.size()) {
          widths.add(width);
        } else if (widths.get(i) < width) {
          widths.set(i, width);
        }
      }
    }
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      line.append(cell).repeat(' ', widths.get(i) - length(cell)).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
