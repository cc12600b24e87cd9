package org.steward.rpc;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A client's side of the wire, written apart from the server's so that both may be wrong once. */
public final class Wire {
  /** A fault as the client sees it. */
  public record FaultAnswer(int code, String text) {}

  private Wire() {}

  /** A request as Python's client writes it. */
  public static byte[] request(String method, Object... params) {
    StringBuilder xml = new StringBuilder("<?xml version='1.0'?>\n<methodCall>\n<methodName>");
    xml.append(escaped(method)).append("</methodName>\n<params>\n");
    for (Object param : params) {
      xml.append("<param>\n").append(value(param)).append("</param>\n");
    }
    xml.append("</params>\n</methodCall>\n");
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String value(Object value) {
    String inner =
        switch (value) {
          case String text -> "<string>" + escaped(text) + "</string>";
          case Integer number -> "<int>" + number + "</int>";
          case Long number -> "<int>" + number + "</int>";
          case Double number -> "<double>" + number + "</double>";
          case Boolean flag -> "<boolean>" + (flag ? 1 : 0) + "</boolean>";
          case byte[] bytes -> "<base64>" + Base64.getEncoder().encodeToString(bytes) + "</base64>";
          case List<?> items -> array(items);
          case Map<?, ?> members -> struct(members);
          default -> throw new IllegalArgumentException(value.toString());
        };
    return "<value>" + inner + "</value>\n";
  }

  private static String array(List<?> items) {
    StringBuilder xml = new StringBuilder("<array><data>\n");
    items.forEach(item -> xml.append(value(item)));
    return xml + "</data></array>";
  }

  private static String struct(Map<?, ?> members) {
    StringBuilder xml = new StringBuilder("<struct>\n");
    members.forEach(
        (name, value) ->
            xml.append("<member>\n<name>")
                .append(name)
                .append("</name>\n")
                .append(value(value))
                .append("</member>\n"));
    return xml + "</struct>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The value of an answer, or a {@link FaultAnswer}. */
  public static Object parse(byte[] answer) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      Element root =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer)).getDocumentElement();
      Element top = children(root).getFirst();
      if (top.getTagName().equals("fault")) {
        Map<?, ?> fault = (Map<?, ?>) valueOf(children(top).getFirst());
        return new FaultAnswer((Integer) fault.get("faultCode"), (String) fault.get("faultString"));
      }
      return valueOf(children(children(top).getFirst()).getFirst());
    } catch (Exception e) {
      throw new AssertionError(new String(answer, StandardCharsets.UTF_8), e);
    }
  }

  private static Object valueOf(Element value) {
    Element typed = children(value).getFirst();
    return switch (typed.getTagName()) {
      case "string" -> typed.getTextContent();
      case "int" -> Integer.parseInt(typed.getTextContent());
      case "boolean" -> typed.getTextContent().equals("1");
      case "array" -> children(children(typed).getFirst()).stream().map(Wire::valueOf).toList();
      case "struct" -> structOf(typed);
      default -> throw new AssertionError("type " + typed.getTagName());
    };
  }

  private static Map<String, Object> structOf(Element struct) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Element member : children(struct)) {
      List<Element> parts = children(member);
      members.put(parts.get(0).getTextContent(), valueOf(parts.get(1)));
    }
    return members;
  }

  private static List<Element> children(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
