package org.steward.rpc.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.parser.XmlRpcRequestParser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads calls. Safe on any thread. */
public final class RequestReader {
  private static final String DOCTYPE = "<!DOCTYPE";

  private final TypeFactory types = new RequestTypes();
  private final Limits limits;
  private final XmlReaders readers = new XmlReaders();

  /** A reader within the given limits. */
  public RequestReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads one call. The body is taken as UTF-8 whatever it declares, as Supervisor does; it may
   * leave out {@code <params>}.
   *
   * @throws MalformedRequest if it is no XML-RPC call
   * @throws RefusedRequest if it is over a limit or uses what is not accepted
   */
  public Call read(byte[] body) throws MalformedRequest, RefusedRequest {
    if (body.length > limits.requestBytes()) {
      throw new RefusedRequest(
          "the request has " + body.length + " bytes, accepted are " + limits.requestBytes());
    }
    XmlRpcRequestParser parser = new XmlRpcRequestParser(RequestTypes.CONFIG, types);
    parse(body, parser);
    String method = parser.getMethodName();
    if (method == null || method.isEmpty()) {
      throw new MalformedRequest("no method name");
    }
    List<?> params = parser.getParams();
    return new Call(method, params == null ? List.of() : params);
  }

  private void parse(byte[] body, XmlRpcRequestParser parser)
      throws MalformedRequest, RefusedRequest {
    XMLReader reader = readers.take();
    InputSource source = new InputSource(new ByteArrayInputStream(body));
    source.setEncoding(StandardCharsets.UTF_8.name());
    try {
      reader.setContentHandler(new RequestGuard(parser, limits));
      reader.parse(source);
    } catch (RefusedRequest e) {
      throw e;
    } catch (SAXException | IOException e) {
      throw reasonFor(body, e);
    } catch (RuntimeException e) {
      // The toolkit's parser has no check of its own for some misplaced elements and meets them
      // with whatever its fields then lead to.
      throw new MalformedRequest("misplaced element");
    }
    readers.giveBack(reader);
  }

  private static MalformedRequest reasonFor(byte[] body, Exception e) throws RefusedRequest {
    if (new String(body, StandardCharsets.ISO_8859_1).contains(DOCTYPE)) {
      throw new RefusedRequest("document type declarations are not accepted");
    }
    return new MalformedRequest(String.valueOf(e.getMessage()));
  }
}
