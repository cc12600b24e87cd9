package org.steward.core.config.ini;

import java.util.Iterator;
import java.util.List;
import org.ini4j.spi.IniHandler;
import org.jspecify.annotations.Nullable;

/**
 * Puts what ini4j reads of one file into a document. ini4j does not tell line numbers, but it tells
 * of each normalised line exactly once and in order.
 */
final class SectionCollector implements IniHandler {
  private final IniDocument document;
  private final String file;
  private final Iterator<Integer> lineNumbers;
  private @Nullable IniSection current;

  SectionCollector(IniDocument document, String file, List<Integer> lineNumbers) {
    this.document = document;
    this.file = file;
    this.lineNumbers = lineNumbers.iterator();
  }

  @Override
  public void startSection(String name) {
    current = document.open(Normaliser.unguarded(name), nextOrigin());
  }

  @Override
  public void handleOption(String name, String value) {
    if (current != null) {
      IniValue text = new IniValue(Normaliser.unguarded(value), nextOrigin());
      current.put(Normaliser.unguarded(name), text);
    }
  }

  private Origin nextOrigin() {
    return new Origin(file, lineNumbers.next());
  }

  @Override
  public void startIni() {}

  @Override
  public void endIni() {}

  @Override
  public void endSection() {}

  @Override
  public void handleComment(String comment) {}
}
