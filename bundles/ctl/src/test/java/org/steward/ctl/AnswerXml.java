package org.steward.ctl;

import java.util.List;
import java.util.Map;
import org.steward.ctl.FakeServer.FakeFault;

/** Writes answers as supervisord's Python does. */
final class AnswerXml {

  private AnswerXml() {}

  static String of(Object value) {
    String body =
        value instanceof FakeFault(int code, String text)
            ? "<fault>\n" + value(Map.of("faultCode", code, "faultString", text)) + "</fault>\n"
            : "<params>\n<param>\n" + value(value) + "</param>\n</params>\n";
    return "<?xml version='1.0'?>\n<methodResponse>\n" + body + "</methodResponse>\n";
  }

  private static String value(Object value) {
    return "<value>" + content(value) + "</value>\n";
  }

  private static String content(Object value) {
    return switch (value) {
      case Integer number -> "<int>" + number + "</int>";
      case Boolean truth -> "<boolean>" + (truth ? 1 : 0) + "</boolean>";
      case List<?> items -> {
        StringBuilder xml = new StringBuilder("<array><data>\n");
        items.forEach(item -> xml.append(value(item)));
        yield xml.append("</data></array>").toString();
      }
      case Map<?, ?> members -> {
        StringBuilder xml = new StringBuilder("<struct>\n");
        members.forEach(
            (name, member) ->
                xml.append(
                    "<member>\n<name>" + name + "</name>\n" + value(member) + "</member>\n"));
        yield xml.append("</struct>").toString();
      }
      default -> "<string>" + escape(value.toString()) + "</string>";
    };
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
