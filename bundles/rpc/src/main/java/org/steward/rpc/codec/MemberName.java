package org.steward.rpc.codec;

import java.nio.charset.StandardCharsets;

/** The name of a struct's member, encoded once. */
public final class MemberName {
  private final byte[] opening;

  /** A name of plain ASCII letters. */
  public MemberName(String name) {
    opening = ("<member>\n<name>" + name + "</name>\n").getBytes(StandardCharsets.US_ASCII);
  }

  byte[] opening() {
    return opening;
  }
}
