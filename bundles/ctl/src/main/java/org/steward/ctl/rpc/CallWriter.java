package org.steward.ctl.rpc;

import java.util.List;

/** Writes method calls. */
final class CallWriter {

  private final StringBuilder xml = new StringBuilder(256);

  private CallWriter() {}

  static String write(String method, Object... params) {
    CallWriter writer = new CallWriter();
    writer.xml.append("<?xml version='1.0'?>\n<methodCall><methodName>");
    writer.text(method);
    writer.xml.append("</methodName><params>");
    for (Object param : params) {
      writer.xml.append("<param>");
      writer.value(param);
      writer.xml.append("</param>");
    }
    return writer.xml.append("</params></methodCall>\n").toString();
  }

  private void value(Object value) {
    xml.append("<value>");
    if (value instanceof Integer) {
      xml.append("<int>").append(value).append("</int>");
    } else if (value instanceof Boolean truth) {
      xml.append("<boolean>").append(truth ? '1' : '0').append("</boolean>");
    } else if (value instanceof List<?> items) {
      xml.append("<array><data>");
      for (Object item : items) {
        value(item);
      }
      xml.append("</data></array>");
    } else if (value instanceof String string) {
      xml.append("<string>");
      text(string);
      xml.append("</string>");
    } else {
      throw new IllegalArgumentException("cannot send a " + value.getClass().getName());
    }
    xml.append("</value>");
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&':
          xml.append("&amp;");
          break;
        case '<':
          xml.append("&lt;");
          break;
        case '>':
          xml.append("&gt;");
          break;
        case '\r':
          xml.append("&#13;");
          break;
        default:
          xml.append(c);
      }
    }
  }
}
