package org.steward.rpc.codec;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A few idle XML parsers, kept because making one costs three times the parsing of a call. None of
 * them reads a document type declaration or anything outside of its document. Safe on any thread; a
 * reader belongs to one thread between {@link #take} and {@link #giveBack}.
 */
final class XmlReaders {
  private static final int IDLE = 8;
  private static final String XERCES = "http://apache.org/xml/features/";
  private static final String SAX = "http://xml.org/sax/features/";

  /** Also the error handler: without one, the JDK's parser writes to standard error. */
  private static final DefaultHandler INERT = new DefaultHandler();

  private final SAXParserFactory factory = hardened();
  private final BlockingQueue<XMLReader> idle = new ArrayBlockingQueue<>(IDLE);

  XMLReader take() {
    XMLReader reader = idle.poll();
    return reader != null ? reader : create();
  }

  /** Only for readers that finished their document: a failed one may hold half of it. */
  void giveBack(XMLReader reader) {
    reader.setContentHandler(INERT);
    idle.offer(reader);
  }

  private XMLReader create() {
    try {
      XMLReader reader;
      synchronized (factory) {
        reader = factory.newSAXParser().getXMLReader();
      }
      reader.setErrorHandler(INERT);
      return reader;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("cannot create an XML parser", e);
    }
  }

  private static SAXParserFactory hardened() {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(XERCES + "disallow-doctype-decl", true);
      factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
      factory.setFeature(SAX + "external-general-entities", false);
      factory.setFeature(SAX + "external-parameter-entities", false);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("cannot harden the XML parser", e);
    }
    return factory;
  }
}
