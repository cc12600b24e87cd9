package org.steward.rpc.codec;

import org.xml.sax.SAXException;

/**
 * A request that is over a limit or uses what is not accepted. A {@link SAXException} so that it
 * leaves the XML parser unchanged.
 */
public final class RefusedRequest extends SAXException {
  private static final long serialVersionUID = 1L;

  RefusedRequest(String reason) {
    super(reason);
  }

  /** What is refused, for the client. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
