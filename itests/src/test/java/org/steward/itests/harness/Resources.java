package org.steward.itests.harness;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Files of src/test/resources. */
public final class Resources {

  private Resources() {}

  /** The folder of that name. Configurations name {@code programs} as {@code %(ENV_PROGRAMS)s}. */
  public static Path directory(String name) {
    URL found = Resources.class.getResource("/" + name);
    if (found == null) {
      throw new IllegalArgumentException("no such folder in src/test/resources: " + name);
    }
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
