package org.steward.rpc.codec;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Stands between the XML parser and the toolkit's request parser and lets through only what is
 * within the limits, of the specification's types and not taken apart in a way the toolkit
 * overlooks. One for each request.
 */
final class RequestGuard extends DefaultHandler {
  private static final String VALUE = "value";

  private final ContentHandler target;
  private final Limits limits;

  /** For each open element its name, and how many it holds so far. */
  private final String[] open;

  private final int[] held;
  private int depth;
  private int values;
  private int textChars;

  RequestGuard(ContentHandler target, Limits limits) {
    this.target = target;
    this.limits = limits;
    this.open = new String[limits.depth() + 1];
    this.held = new int[limits.depth() + 1];
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes)
      throws SAXException {
    if (VALUE.equals(open[depth])) {
      requireKnownType(uri, name, qName);
      if (held[depth] > 0) {
        throw new SAXException("a value of two types");
      }
    }
    held[depth]++;
    if (++depth > limits.depth()) {
      throw new RefusedRequest("the request nests deeper than " + limits.depth() + " elements");
    }
    open[depth] = name;
    held[depth] = 0;
    if (name.equals(VALUE) && ++values > limits.values()) {
      throw new RefusedRequest("the request has more than " + limits.values() + " values");
    }
    textChars = 0;
    target.startElement(uri, name, qName, attributes);
  }

  private static void requireKnownType(String uri, String name, String qName)
      throws RefusedRequest {
    if (!uri.isEmpty() || !RequestTypes.NAMES.contains(name)) {
      throw new RefusedRequest("the type <" + qName + "> is not one of XML-RPC");
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    if (name.equals("param") && held[depth] == 0) {
      throw new SAXException("a param without a value");
    }
    depth--;
    textChars = 0;
    target.endElement(uri, name, qName);
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    textChars += length;
    if (textChars > limits.textChars()) {
      throw new RefusedRequest(
          "the request has a text of more than " + limits.textChars() + " characters");
    }
    target.characters(chars, start, length);
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    target.setDocumentLocator(locator);
  }

  @Override
  public void startDocument() throws SAXException {
    target.startDocument();
  }

  @Override
  public void endDocument() throws SAXException {
    target.endDocument();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    target.startPrefixMapping(prefix, uri);
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    target.endPrefixMapping(prefix);
  }
}
