package org.steward.ctl.rpc;

/**
 * Steps through the tags and texts of the XML that XML-RPC uses: elements without attributes of
 * meaning, text with character references, CDATA, comments and processing instructions. A document
 * type declaration is refused, and with it every entity but XML's own five. Control characters are
 * let through, since logs contain them and what reads them is a person.
 */
final class XmlCursor {

  private final String xml;
  private int position;

  XmlCursor(String xml) {
    this.xml = xml;
  }

  /** Consumes white space and then this start tag; or complains. */
  void start(String name) throws UnexpectedAnswerException {
    if (!tryTag(name, false)) {
      throw unexpected("<" + name + ">");
    }
  }

  /** Consumes white space and then this end tag; or complains. */
  void end(String name) throws UnexpectedAnswerException {
    if (!tryTag(name, true)) {
      throw unexpected("</" + name + ">");
    }
  }

  /** Consumes white space and then this start tag, if it comes next. */
  boolean tryStart(String name) throws UnexpectedAnswerException {
    return tryTag(name, false);
  }

  /** Consumes white space and this end tag, if it comes next; else consumes nothing. */
  boolean tryEnd(String name) throws UnexpectedAnswerException {
    return tryTag(name, true);
  }

  private boolean tryTag(String name, boolean end) throws UnexpectedAnswerException {
    int mark = position;
    skipMisc();
    String open = end ? "</" : "<";
    int after = position + open.length() + name.length();
    if (xml.startsWith(open, position)
        && xml.startsWith(name, position + open.length())
        && endsName(after)) {
      position = closeOfTag(after) + 1;
      return true;
    }
    position = mark;
    return false;
  }

  private boolean endsName(int index) {
    return index < xml.length() && (xml.charAt(index) == '>' || isSpace(xml.charAt(index)));
  }

  private int closeOfTag(int from) throws UnexpectedAnswerException {
    int close = xml.indexOf('>', from);
    if (close < 0) {
      throw unexpected("the end of a tag");
    }
    return close;
  }

  /** Consumes an element without content, such as {@code <nil/>}, if it comes next. */
  boolean tryEmpty(String name) {
    int mark = position;
    skipSpace();
    int after = position + 1 + name.length();
    if (xml.startsWith("<", position) && xml.startsWith(name, position + 1)) {
      position = after;
      skipSpace();
      if (xml.startsWith("/>", position)) {
        position += 2;
        return true;
      }
    }
    position = mark;
    return false;
  }

  /** {@return the characters up to the next tag, which stays} */
  String text() throws UnexpectedAnswerException {
    int end = xml.indexOf('<', position);
    if (end < 0) {
      throw unexpected("a tag");
    }
    if (xml.startsWith("<![CDATA[", end) || xml.startsWith("<!--", end)) {
      return longText();
    }
    String raw = xml.substring(position, end);
    position = end;
    return XmlText.decode(raw);
  }

  /** Text in several pieces. */
  private String longText() throws UnexpectedAnswerException {
    StringBuilder text = new StringBuilder();
    while (true) {
      int end = xml.indexOf('<', position);
      if (end < 0) {
        throw unexpected("a tag");
      }
      text.append(XmlText.decode(xml.substring(position, end)));
      position = end;
      if (xml.startsWith("<![CDATA[", position)) {
        int close = find("]]>");
        text.append(xml, position + "<![CDATA[".length(), close);
        position = close + 3;
      } else if (xml.startsWith("<!--", position)) {
        position = find("-->") + 3;
      } else {
        return text.toString();
      }
    }
  }

  /** Skips what may stand between elements. */
  private void skipMisc() throws UnexpectedAnswerException {
    skipSpace();
    while (xml.startsWith("<?", position) || xml.startsWith("<!--", position)) {
      position = xml.startsWith("<?", position) ? find("?>") + 2 : find("-->") + 3;
      skipSpace();
    }
    if (xml.startsWith("<!DOCTYPE", position)) {
      throw new UnexpectedAnswerException(
          "the answer has a document type declaration, which XML-RPC does not use");
    }
  }

  private int find(String end) throws UnexpectedAnswerException {
    int found = xml.indexOf(end, position);
    if (found < 0) {
      throw unexpected(end);
    }
    return found;
  }

  private void skipSpace() {
    while (position < xml.length() && isSpace(xml.charAt(position))) {
      position++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  UnexpectedAnswerException unexpected(String expected) {
    int end = Math.min(xml.length(), position + 40);
    return new UnexpectedAnswerException(
        "the answer is no XML-RPC answer: at character "
            + position
            + " expected "
            + expected
            + " but got '"
            + xml.substring(position, end)
            + "'");
  }
}
