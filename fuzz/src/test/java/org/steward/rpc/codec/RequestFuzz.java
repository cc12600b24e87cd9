package org.steward.rpc.codec;

/** The body of a call: read, or refused. */
public final class RequestFuzz {
  private static final RequestReader READER = new RequestReader(Limits.forHeap(256 << 20));

  private RequestFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      READER.read(input);
    } catch (MalformedRequest | RefusedRequest refused) {
      if (refused.getMessage() == null) {
        throw new IllegalStateException("refused without a reason", refused);
      }
    }
  }
}
