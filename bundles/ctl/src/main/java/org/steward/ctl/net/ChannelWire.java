package org.steward.ctl.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A UNIX or TCP socket. */
final class ChannelWire implements Wire {

  private final SocketChannel channel;

  ChannelWire(SocketChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    return channel.read(ByteBuffer.wrap(buffer));
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
