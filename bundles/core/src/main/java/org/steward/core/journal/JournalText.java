package org.steward.core.journal;

import java.util.function.Consumer;

/** A whole journal as text: a first line that says what and whose it is, then a line an entry. */
final class JournalText {
  private static final String NAME = "steward-journal";
  private static final int VERSION = 1;

  private JournalText() {}

  /** The first line. */
  static String head(String epoch, long greatestToken) {
    return new TextLine(NAME)
            .with("version", VERSION)
            .with("epoch", epoch)
            .with("token", greatestToken)
        + "\n";
  }

  /** An entry's line. */
  static String line(JournalEntry entry) {
    return EntryText.write(entry) + "\n";
  }

  /**
   * Reads a journal. One of another boot says nothing of this one's processes. A last line without
   * an end was torn by the writer's death; any other that makes no sense costs no more than itself.
   *
   * @param complaints told what is wrong
   */
  static Recollection read(String text, String epoch, Consumer<String> complaints) {
    Recollection recollection = new Recollection();
    String[] lines = text.split("\n", -1);
    if (!belongs(lines[0], epoch, recollection, complaints)) {
      return recollection;
    }
    for (int i = 1; i < lines.length - 1; i++) {
      try {
        recollection.add(EntryText.read(TextLine.parse(lines[i])));
      } catch (IllegalArgumentException e) {
        complaints.accept("line " + (i + 1) + " skipped: " + e.getMessage());
      }
    }
    return recollection;
  }

  private static boolean belongs(
      String head, String epoch, Recollection recollection, Consumer<String> complaints) {
    if (head.isEmpty()) {
      return false;
    }
    try {
      TextLine line = TextLine.parse(head);
      if (!line.kind().equals(NAME) || line.integer("version", 0) != VERSION) {
        complaints.accept("expected '" + NAME + " version=" + VERSION + "', found '" + head + "'");
        return false;
      }
      recollection.setGreatestToken(line.number("token", 0));
      return epoch.equals(line.find("epoch"));
    } catch (IllegalArgumentException e) {
      complaints.accept("its first line makes no sense: " + e.getMessage());
      return false;
    }
  }
}
