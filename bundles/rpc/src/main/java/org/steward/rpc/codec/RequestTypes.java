package org.steward.rpc.codec;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import org.apache.ws.commons.util.NamespaceContextImpl;
import org.apache.xmlrpc.common.TypeFactoryImpl;
import org.apache.xmlrpc.common.XmlRpcController;
import org.apache.xmlrpc.common.XmlRpcHttpRequestConfigImpl;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.AtomicParser;
import org.apache.xmlrpc.parser.ObjectArrayParser;
import org.apache.xmlrpc.parser.TypeParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The types a request may use: those of the XML-RPC specification, without the toolkit's vendor
 * extensions, and read with Supervisor's leniency.
 */
public final class RequestTypes extends TypeFactoryImpl {
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

  /** Types for the given server. */
  public RequestTypes(XmlRpcController controller) {
    super(controller);
  }

  @Override
  public @Nullable TypeParser getParser(
      XmlRpcStreamConfig config, NamespaceContextImpl context, String uri, String name) {
    if (!uri.isEmpty() || !NAMES.contains(name)) {
      return null;
    }
    return switch (name) {
      case "int", "i4" -> new IntParser();
      case "boolean" -> new BooleanParser();
      case "array" -> new ListParser(config, context, this);
      default -> super.getParser(config, context, uri, name);
    };
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
