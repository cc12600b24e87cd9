package org.steward.ctl.action;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.steward.ctl.rpc.Struct;

/**
 * Shows any answer so that a person can read it and a script can cut it: a list of structs as a
 * table, a struct and a list as lines, anything nested deeper in brackets.
 */
final class AnswerText {

  private static final String GAP = "  ";

  private AnswerText() {}

  static void print(Session session, Object answer) {
    if (answer instanceof Struct struct) {
      printMembers(session, struct);
    } else if (answer instanceof List<?> items) {
      printItems(session, items);
    } else {
      session.print(scalar(answer));
    }
  }

  private static void printMembers(Session session, Struct struct) {
    int width = 0;
    for (String name : struct.names()) {
      width = Math.max(width, name.length());
    }
    for (String name : struct.names()) {
      session.print(Words.pad(name, width) + GAP + cell(struct.get(name)));
    }
  }

  private static void printItems(Session session, List<?> items) {
    if (isTable(items)) {
      printTable(session, items);
      return;
    }
    for (Object item : items) {
      session.print(cell(item));
    }
  }

  private static boolean isTable(List<?> items) {
    for (Object item : items) {
      if (!(item instanceof Struct)) {
        return false;
      }
    }
    return !items.isEmpty();
  }

  private static void printTable(Session session, List<?> structs) {
    Set<String> columns = new LinkedHashSet<>();
    for (Object item : structs) {
      columns.addAll(((Struct) item).names());
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(new ArrayList<>(columns));
    for (Object item : structs) {
      List<String> row = new ArrayList<>();
      for (String column : columns) {
        row.add(cell(((Struct) item).get(column)));
      }
      rows.add(row);
    }
    for (List<String> row : rows) {
      session.print(line(row, rows));
    }
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int width = 0;
      for (List<String> other : rows) {
        width = Math.max(width, other.get(column).length());
      }
      line.append(Words.pad(row.get(column), width)).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  /** {@return a value on one line, empty for one that is missing or empty} */
  private static String cell(@org.jspecify.annotations.Nullable Object value) {
    if (value == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    inline(text, value);
    return text.toString().replace("\n", "\\n");
  }

  private static void inline(StringBuilder text, Object value) {
    String separator = "";
    if (value instanceof List<?> items) {
      text.append('[');
      for (Object item : items) {
        text.append(separator);
        inline(text, item);
        separator = ", ";
      }
      text.append(']');
    } else if (value instanceof Struct struct) {
      text.append('{');
      for (String name : struct.names()) {
        text.append(separator).append(name).append(": ").append(cell(struct.get(name)));
        separator = ", ";
      }
      text.append('}');
    } else {
      text.append(scalar(value));
    }
  }

  private static String scalar(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : value.toString();
  }
}
