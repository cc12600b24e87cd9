package org.steward.rpc.codec;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TimeZone;
import org.apache.ws.commons.util.NamespaceContextImpl;
import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.common.XmlRpcHttpRequestConfigImpl;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.AtomicParser;
import org.apache.xmlrpc.parser.ByteArrayParser;
import org.apache.xmlrpc.parser.DateParser;
import org.apache.xmlrpc.parser.DoubleParser;
import org.apache.xmlrpc.parser.MapParser;
import org.apache.xmlrpc.parser.ObjectArrayParser;
import org.apache.xmlrpc.parser.StringParser;
import org.apache.xmlrpc.parser.TypeParser;
import org.apache.xmlrpc.serializer.TypeSerializer;
import org.apache.xmlrpc.util.XmlRpcDateTimeDateFormat;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The types a request may use: those of the XML-RPC specification, without the toolkit's vendor
 * extensions, and read with Supervisor's leniency.
 *
 * <p>Not a subclass of the toolkit's own factory: that one loads a serializer for every type there
 * is, 20 ms of the daemon's start, and answers are not written by the toolkit.
 */
final class RequestTypes implements TypeFactory {
  /** Extensions, compression and serialized exceptions are all off, which is the default. */
  static final XmlRpcHttpRequestConfigImpl CONFIG = new XmlRpcHttpRequestConfigImpl();

  /** The elements that may follow {@code <value>}. */
  static final Set<String> NAMES =
      Set.of(
          "int",
          "i4",
          "boolean",
          "string",
          "double",
          "dateTime.iso8601",
          "base64",
          "array",
          "struct");

  @Override
  public @Nullable TypeParser getParser(
      XmlRpcStreamConfig config, NamespaceContextImpl context, String uri, String name) {
    if (!uri.isEmpty()) {
      return null;
    }
    return switch (name) {
      case "int", "i4" -> new IntParser();
      case "boolean" -> new BooleanParser();
      case "string" -> new StringParser();
      case "double" -> new DoubleParser();
      case "dateTime.iso8601" -> new DateParser(new UtcFormat());
      case "base64" -> new ByteArrayParser();
      case "array" -> new ListParser(config, context, this);
      case "struct" -> new MapParser(config, context, this);
      default -> null;
    };
  }

  @Override
  public TypeSerializer getSerializer(XmlRpcStreamConfig config, Object value) {
    throw new UnsupportedOperationException("AnswerWriter writes answers");
  }

  /** Beyond 32 bits a Long, beyond 64 the nearest Long: Supervisor takes ints of any size. */
  private static final class IntParser extends AtomicParser {
    private static final int MOST_DIGITS = 40;
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    @Override
    protected void setResult(String text) throws SAXException {
      String digits = text.strip();
      if (digits.length() > MOST_DIGITS) {
        throw new SAXParseException("int of " + digits.length() + " digits", getDocumentLocator());
      }
      try {
        long value = new BigInteger(digits).min(MAX).max(MIN).longValue();
        super.setResult((int) value == value ? (Object) (int) value : (Object) value);
      } catch (NumberFormatException e) {
        throw new SAXParseException("not an int: '" + digits + "'", getDocumentLocator());
      }
    }
  }

  /** Only {@code 1} is true and nothing is an error, as Supervisor reads it. */
  private static final class BooleanParser extends AtomicParser {
    @Override
    protected void setResult(String text) {
      super.setResult((Object) text.strip().equals("1"));
    }
  }

  private static final class UtcFormat extends XmlRpcDateTimeDateFormat {
    private static final long serialVersionUID = 1L;

    @Override
    protected TimeZone getTimeZone() {
      return TimeZone.getTimeZone("UTC");
    }
  }

  /** An array as an immutable List. */
  private static final class ListParser extends ObjectArrayParser {
    ListParser(XmlRpcStreamConfig config, NamespaceContextImpl context, RequestTypes types) {
      super(config, context, types);
    }

    @Override
    public void setResult(Object items) {
      super.setResult(Collections.unmodifiableList(Arrays.asList((Object[]) items)));
    }
  }
}
