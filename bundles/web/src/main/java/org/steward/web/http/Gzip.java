package org.steward.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Packs bodies for clients that take gzip. Safe on any thread. */
public final class Gzip {
  private Gzip() {}

  /** Whether the sender of these headers takes it. */
  public static boolean isTaken(HttpFields headers) {
    return headers.contains(HttpHeader.ACCEPT_ENCODING, "gzip");
  }

  /** Packs what is packed once and sent often. */
  public static byte[] well(byte[] plain) {
    return packed(plain, Deflater.DEFAULT_COMPRESSION);
  }

  /** Packs what is sent once. */
  static byte[] quickly(byte[] plain) {
    return packed(plain, Deflater.BEST_SPEED);
  }

  private static byte[] packed(byte[] plain, int level) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 8);
    try (OutputStream gzip = new Stream(packed, level)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes everything
    }
    return packed.toByteArray();
  }

  /** Its level can be set by its heirs only. */
  private static final class Stream extends GZIPOutputStream {
    Stream(OutputStream out, int level) throws IOException {
      super(out);
      def.setLevel(level);
    }
  }
}
