package org.steward.ctl.rpc;

/** Character references and line ends in XML text. */
final class XmlText {

  private XmlText() {}

  /** {@return the text with its references resolved and its line ends made line feeds} */
  static String decode(String raw) throws UnexpectedAnswerException {
    if (raw.indexOf('&') < 0 && raw.indexOf('\r') < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '&') {
        int end = raw.indexOf(';', i);
        if (end < 0) {
          throw new UnexpectedAnswerException("the answer has a bare '&' in a text");
        }
        text.appendCodePoint(resolve(raw.substring(i + 1, end)));
        i = end;
      } else if (c != '\r') {
        text.append(c);
      } else if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static int resolve(String name) throws UnexpectedAnswerException {
    switch (name) {
      case "lt":
        return '<';
      case "gt":
        return '>';
      case "amp":
        return '&';
      case "quot":
        return '"';
      case "apos":
        return '\'';
      default:
        return codePoint(name);
    }
  }

  private static int codePoint(String name) throws UnexpectedAnswerException {
    boolean hex = name.startsWith("#x");
    if (hex || name.startsWith("#")) {
      try {
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        if (Character.isValidCodePoint(code)) {
          return code;
        }
      } catch (NumberFormatException e) {
        // said below
      }
    }
    throw new UnexpectedAnswerException("the answer has an unknown reference &" + name + ";");
  }
}
