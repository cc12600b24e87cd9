package org.steward.ctl.remote;

import java.io.IOException;
import org.steward.ctl.console.Console;
import org.steward.ctl.console.Output;
import org.steward.ctl.net.Upgraded;

/** Has lines run on the server: those of standard input, or one given. */
public final class ScriptClient {

  private static final int BUFFER = 8 * 1024;

  private final Frames frames;
  private final Console console;

  /**
   * @param connection closed by the caller
   * @param console gets what the commands say
   */
  public ScriptClient(Upgraded connection, Console console) {
    this.frames = new Frames(connection);
    this.console = console;
  }

  /** Runs a command; returns its exit status. */
  public int run(byte[] command) throws IOException {
    frames.send(Frames.INPUT, command, command.length);
    frames.send(Frames.END, new byte[0], 0);
    return show();
  }

  /** Runs the lines of standard input as they come; returns the exit status. */
  public int runInput() throws IOException {
    Thread sender = new Thread(this::sendInput, "shell input");
    sender.setDaemon(true);
    sender.start();
    return show();
  }

  private void sendInput() {
    byte[] buffer = new byte[BUFFER];
    try {
      for (int count = System.in.read(buffer); count >= 0; count = System.in.read(buffer)) {
        frames.send(Frames.INPUT, buffer, count);
      }
      frames.send(Frames.END, new byte[0], 0);
    } catch (IOException e) {
      // The session is over, which the other thread sees too.
    }
  }

  private int show() throws IOException {
    while (true) {
      byte[] content = frames.receive();
      switch (frames.kind()) {
        case Frames.OUTPUT -> write(console.out(), content);
        case Frames.ERROR -> write(console.err(), content);
        case Frames.EXIT -> {
          return content[0] & 0xFF;
        }
        default -> throw new IOException("no frame of the shell: " + frames.kind());
      }
    }
  }

  private static void write(Output target, byte[] content) throws IOException {
    target.bytes(content, 0, content.length);
    target.flush();
    if (target.isBroken()) {
      throw new IOException("standard output was closed");
    }
  }
}
