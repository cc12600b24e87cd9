package org.steward.core.config.ini;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file's bytes as lines of UTF-8. Lines end at {@code \n}, {@code \r\n} or a lone {@code \r}. A
 * byte order mark at the start is dropped.
 *
 * @param texts the lines, with U+FFFD for what is not UTF-8
 * @param undecodable numbers of the lines that are not UTF-8, counted from 1
 */
record Lines(List<String> texts, List<Integer> undecodable) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  static Lines of(byte[] bytes) {
    Lines lines = new Lines(new ArrayList<>(), new ArrayList<>());
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        lines.add(bytes, start, i);
        if (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    if (start < bytes.length) {
      lines.add(bytes, start, bytes.length);
    }
    return lines;
  }

  private void add(byte[] bytes, int start, int end) {
    String text = decode(bytes, start, end);
    boolean marked = texts.isEmpty() && text.startsWith(BYTE_ORDER_MARK);
    texts.add(marked ? text.substring(1) : text);
  }

  private String decode(byte[] bytes, int start, int end) {
    try {
      ByteBuffer line = ByteBuffer.wrap(bytes, start, end - start);
      return StandardCharsets.UTF_8.newDecoder().decode(line).toString();
    } catch (CharacterCodingException e) {
      undecodable.add(texts.size() + 1);
      return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
  }
}
