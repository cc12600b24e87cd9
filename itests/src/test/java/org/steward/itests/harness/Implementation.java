package org.steward.itests.harness;

import java.nio.file.Path;

/** Whose commands they are. */
public enum Implementation {
  /** Of the distribution this build has made. */
  STEWARD(
      Path.of(System.getProperty("steward.distribution", "missing")).normalize().resolve("bin")),
  /** Of Debian's package supervisor. */
  DEBIAN(Path.of("/usr/bin"));

  private final Path bin;

  Implementation(Path bin) {
    this.bin = bin;
  }

  /** The path of a command. */
  public String command(String name) {
    return bin.resolve(name).toString();
  }
}
