package org.steward.ctl.rpc;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads method responses. */
final class AnswerReader {

  /** Deeper than any answer of use; keeps a hostile one from ending in a stack overflow. */
  private static final int MAX_DEPTH = 64;

  private static final String[] SCALARS = {
    "string", "int", "i4", "boolean", "double", "base64", "dateTime.iso8601", "i8"
  };

  private final XmlCursor xml;
  private int depth;

  private AnswerReader(String text) {
    xml = new XmlCursor(text);
  }

  /**
   * Reads an answer.
   *
   * @return the value it carries
   * @throws RpcFault if it carries a fault
   * @throws UnexpectedAnswerException if it is no XML-RPC answer
   */
  static Object read(String text) throws RpcFault, UnexpectedAnswerException {
    AnswerReader reader = new AnswerReader(text);
    reader.xml.start("methodResponse");
    if (reader.xml.tryStart("fault")) {
      throw reader.fault();
    }
    reader.xml.start("params");
    reader.xml.start("param");
    Object value = reader.value();
    reader.xml.end("param");
    reader.xml.end("params");
    reader.xml.end("methodResponse");
    return value;
  }

  private RpcFault fault() throws UnexpectedAnswerException {
    Object value = value();
    if (value instanceof Struct struct
        && struct.get("faultCode") instanceof Integer code
        && struct.get("faultString") instanceof String text) {
      return new RpcFault(code, text);
    }
    throw new UnexpectedAnswerException(
        "the answer is a fault without faultCode and faultString: " + value);
  }

  private Object value() throws UnexpectedAnswerException {
    if (xml.tryEmpty("value")) {
      return "";
    }
    xml.start("value");
    if (++depth > MAX_DEPTH) {
      throw new UnexpectedAnswerException(
          "the answer's values are nested more than " + MAX_DEPTH + " deep");
    }
    Object value = content();
    xml.end("value");
    depth--;
    return value;
  }

  private Object content() throws UnexpectedAnswerException {
    for (String type : SCALARS) {
      if (xml.tryStart(type)) {
        Object value = scalar(type, xml.text());
        xml.end(type);
        return value;
      }
    }
    if (xml.tryStart("array")) {
      return array();
    }
    if (xml.tryStart("struct")) {
      return struct();
    }
    return xml.tryEmpty("string") ? "" : rare();
  }

  private Object rare() throws UnexpectedAnswerException {
    if (xml.tryEmpty("nil") || xml.tryEmpty("ex:nil")) {
      return Nil.NIL;
    }
    if (xml.tryEmpty("struct")) {
      return new Struct();
    }
    return xml.text();
  }

  private List<Object> array() throws UnexpectedAnswerException {
    List<Object> items = new ArrayList<>();
    if (!xml.tryEmpty("data")) {
      xml.start("data");
      while (!xml.tryEnd("data")) {
        items.add(value());
      }
    }
    xml.end("array");
    return items;
  }

  private Struct struct() throws UnexpectedAnswerException {
    Struct struct = new Struct();
    while (!xml.tryEnd("struct")) {
      xml.start("member");
      xml.start("name");
      String name = xml.text();
      xml.end("name");
      struct.put(name, value());
      xml.end("member");
    }
    return struct;
  }

  private static Object scalar(String type, String text) throws UnexpectedAnswerException {
    try {
      switch (type) {
        case "int":
        case "i4":
          return Integer.valueOf(text.strip());
        case "i8":
          return Long.valueOf(text.strip());
        case "double":
          return Double.valueOf(text.strip());
        case "boolean":
          return truth(text.strip());
        case "base64":
          return Base64.getMimeDecoder().decode(text);
        default:
          return text;
      }
    } catch (IllegalArgumentException e) {
      throw new UnexpectedAnswerException("the answer has a <" + type + "> of '" + text + "'");
    }
  }

  private static Boolean truth(String text) {
    if (!text.equals("0") && !text.equals("1")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("1");
  }
}
