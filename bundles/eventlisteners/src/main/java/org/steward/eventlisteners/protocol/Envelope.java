package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.steward.core.spi.PoolSpec;

/** Puts the header line before events, as one pool writes it. */
final class Envelope {
  private final String beforeSerial;
  private final String beforePoolSerial;
  private final boolean lenInBytes;

  Envelope(PoolSpec pool) {
    beforeSerial = "ver:3.0 server:" + pool.identifier() + " serial:";
    beforePoolSerial = " pool:" + pool.name() + " poolserial:";
    lenInBytes = pool.lenInBytes();
  }

  /**
   * An event as it goes to a listener's stdin: header and payload.
   *
   * <p>{@code len} counts characters, though Supervisor's manual says bytes: that is what its
   * daemon sends and what listeners built on its {@code childutils} read, which would wait for ever
   * for the rest if told the larger number of bytes. The two differ only where the payload holds
   * more than ASCII; a pool whose listeners read bytes asks for {@code len_in_bytes}.
   */
  byte[] seal(BufferedEvent event) {
    PublishedEvent published = event.published();
    Payload payload = published.payload();
    String line =
        beforeSerial
            + published.serial()
            + beforePoolSerial
            + event.poolSerial()
            + " eventname:"
            + published.event().type().name()
            + " len:"
            + (lenInBytes ? payload.bytes().length : payload.characters())
            + '\n';
    byte[] header = line.getBytes(UTF_8);
    byte[] sealed = new byte[header.length + payload.bytes().length];
    System.arraycopy(header, 0, sealed, 0, header.length);
    System.arraycopy(payload.bytes(), 0, sealed, header.length, payload.bytes().length);
    return sealed;
  }
}
