package org.steward.ctl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.steward.ctl.console.Output;

/** {@code echo_supervisord_conf}: prints a configuration file to start from. */
final class SampleConfig {

  private static final String RESOURCE = "supervisord.conf";

  private SampleConfig() {}

  /** {@return the exit status} */
  static int print() {
    Output out = Output.standard();
    byte[] text = text();
    out.bytes(text, 0, text.length);
    out.flush();
    return out.isBroken() ? 1 : 0;
  }

  static byte[] text() {
    try (InputStream in = SampleConfig.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from this jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE + " from this jar", e);
    }
  }
}
