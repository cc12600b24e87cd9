package org.steward.rpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers, with the layout of Supervisor's own down to the line feeds. Ints are {@code
 * <int>} of 32 bits; there is no nil, no i8 and no double. Used by one thread.
 *
 * <p>The toolkit's writer is not used: it cuts characters beyond the BMP into two invalid
 * references, leaves text untyped, orders a fault's members by hash, and takes five times as long.
 */
public final class AnswerWriter {
  private static final int DEEPEST = 64;
  private static final byte[] RESULT =
      ascii("<?xml version='1.0'?>\n<methodResponse>\n<params>\n<param>\n");
  private static final byte[] RESULT_END = ascii("</param>\n</params>\n</methodResponse>\n");
  private static final byte[] FAULT = ascii("<?xml version='1.0'?>\n<methodResponse>\n<fault>\n");
  private static final byte[] FAULT_END = ascii("</fault>\n</methodResponse>\n");
  private static final byte[] STRING = ascii("<value><string>");
  private static final byte[] STRING_END = ascii("</string></value>\n");
  private static final byte[] INT = ascii("<value><int>");
  private static final byte[] INT_END = ascii("</int></value>\n");
  private static final byte[] TRUE = ascii("<value><boolean>1</boolean></value>\n");
  private static final byte[] FALSE = ascii("<value><boolean>0</boolean></value>\n");
  private static final byte[] ARRAY = ascii("<value><array><data>\n");
  private static final byte[] ARRAY_END = ascii("</data></array></value>\n");
  private static final byte[] STRUCT = ascii("<value><struct>\n");
  private static final byte[] STRUCT_END = ascii("</struct></value>\n");
  private static final byte[] MEMBER_END = ascii("</member>\n");
  private static final byte[] NAME = ascii("<member>\n<name>");
  private static final byte[] NAME_END = ascii("</name>\n");
  private static final MemberName FAULT_CODE = new MemberName("faultCode");
  private static final MemberName FAULT_STRING = new MemberName("faultString");

  private final ByteSink out;
  private int depth;

  AnswerWriter(ByteSink out) {
    this.out = out;
  }

  /**
   * The document that answers a call with a value.
   *
   * @throws UnwritableValue if it cannot be said in XML-RPC
   */
  public static byte[] result(@Nullable Object value, Limits limits) {
    ByteSink out = new ByteSink(512, limits.answerBytes());
    out.append(RESULT);
    new AnswerWriter(out).value(value);
    out.append(RESULT_END);
    return out.toByteArray();
  }

  /** The document that answers a call with a fault. */
  public static byte[] fault(int code, String text) {
    ByteSink out = new ByteSink(512, Integer.MAX_VALUE);
    out.append(FAULT);
    new AnswerWriter(out).faultStruct(code, text);
    out.append(FAULT_END);
    return out.toByteArray();
  }

  /** A fault as a value, the form it has among the results of a multicall. */
  public void faultStruct(int code, String text) {
    openStruct().member(FAULT_CODE, code).member(FAULT_STRING, text).closeStruct();
  }

  /**
   * Writes a String, Boolean, Integer, Long, byte[], List, Map with String keys or {@link
   * WireValue}.
   *
   * @throws UnwritableValue for anything else
   */
  public void value(@Nullable Object value) {
    switch (value) {
      case String text -> string(text);
      case Integer number -> integer(number);
      case Boolean flag -> bool(flag);
      case WireValue self -> self.writeTo(this);
      case List<?> items -> list(items);
      case Map<?, ?> members -> struct(members);
      case Long number -> integer(number);
      case byte[] text -> string(new String(text, StandardCharsets.UTF_8));
      case null -> throw new UnwritableValue("null is no value of XML-RPC");
      default -> throw new UnwritableValue(value.getClass().getName() + " is no value of XML-RPC");
    }
  }

  /** Writes a string; what XML cannot carry becomes U+FFFD. */
  public void string(CharSequence text) {
    out.append(STRING);
    out.text(text);
    out.append(STRING_END);
  }

  /** Writes a string that is escaped already. */
  void escaped(ByteSink text) {
    out.append(STRING);
    text.appendTo(out);
    out.append(STRING_END);
  }

  /** Writes values that are encoded already. */
  void encoded(ByteSink values) {
    values.appendTo(out);
  }

  /** Writes an int, the nearest one where it is beyond 32 bits. */
  public void integer(long number) {
    out.append(INT);
    out.number(Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE));
    out.append(INT_END);
  }

  /** Writes a boolean. */
  public void bool(boolean flag) {
    out.append(flag ? TRUE : FALSE);
  }

  /** Begins an array; values follow. */
  public void openArray() {
    descend();
    out.append(ARRAY);
  }

  /** Ends an array. */
  public void closeArray() {
    depth--;
    out.append(ARRAY_END);
  }

  /** Begins a struct; members follow. */
  public AnswerWriter openStruct() {
    descend();
    out.append(STRUCT);
    return this;
  }

  /** Ends a struct. */
  public void closeStruct() {
    depth--;
    out.append(STRUCT_END);
  }

  /** Writes a member of text. */
  public AnswerWriter member(MemberName name, String text) {
    out.append(name.opening());
    string(text);
    out.append(MEMBER_END);
    return this;
  }

  /** Writes a member of a number, capped as {@link #integer} does. */
  public AnswerWriter member(MemberName name, long number) {
    out.append(name.opening());
    integer(number);
    out.append(MEMBER_END);
    return this;
  }

  private void list(List<?> items) {
    openArray();
    for (Object item : items) {
      value(item);
    }
    closeArray();
  }

  private void struct(Map<?, ?> members) {
    openStruct();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (!(member.getKey() instanceof String name)) {
        throw new UnwritableValue("a struct's member is named by something else than a string");
      }
      out.append(NAME);
      out.text(name);
      out.append(NAME_END);
      value(member.getValue());
      out.append(MEMBER_END);
    }
    closeStruct();
  }

  private void descend() {
    if (++depth > DEEPEST) {
      throw new UnwritableValue("the value nests deeper than " + DEEPEST);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
