package org.steward.ctl.remote;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.steward.ctl.net.Upgraded;

/**
 * This process's terminal as the near end of a session: it is put into raw mode, all that is typed
 * goes to the server, Ctrl-C too, and all that comes is shown. Line editing, history and completion
 * are the server's.
 */
public final class TerminalClient implements Closeable {

  private static final int BUFFER = 1024;
  private static final int USUAL_COLUMNS = 80;
  private static final int USUAL_ROWS = 24;

  private final Terminal terminal;
  private final Attributes before;
  private final Thread restorer = new Thread(this::restore, "shell restore");

  private TerminalClient(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.getAttributes();
  }

  /** Takes the terminal; its mode is left as it is. */
  public static TerminalClient open() throws IOException {
    return new TerminalClient(
        TerminalBuilder.builder().system(true).dumb(false).nativeSignals(true).build());
  }

  /** {@return what the server is told about the terminal, as the query of the address} */
  public String query() {
    Size size = size();
    String type = URLEncoder.encode(terminal.getType(), StandardCharsets.UTF_8);
    return "terminal=" + type + "&columns=" + size.getColumns() + "&rows=" + size.getRows();
  }

  /** A terminal made by a program may say that it is 0 columns wide. */
  private Size size() {
    Size size = terminal.getSize();
    return size.getColumns() > 0 && size.getRows() > 0 ? size : new Size(USUAL_COLUMNS, USUAL_ROWS);
  }

  /**
   * Runs the session until the server ends it.
   *
   * @param connection closed at the end
   * @return the exit status
   */
  public int run(Upgraded connection) throws IOException {
    Frames frames = new Frames(connection);
    // Whatever ends this process: the user's terminal is to be usable after.
    Runtime.getRuntime().addShutdownHook(restorer);
    try (connection) {
      makeRaw();
      terminal.handle(Signal.WINCH, signal -> sendSize(frames));
      Thread sender = new Thread(() -> sendTyped(frames), "shell input");
      sender.setDaemon(true);
      sender.start();
      return show(frames);
    }
  }

  private void makeRaw() {
    terminal.enterRawMode();
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlag(LocalFlag.ISIG, false);
    terminal.setAttributes(raw);
  }

  private void sendSize(Frames frames) {
    Size size = size();
    byte[] content = {
      (byte) (size.getColumns() >> 8),
      (byte) size.getColumns(),
      (byte) (size.getRows() >> 8),
      (byte) size.getRows()
    };
    send(frames, Frames.WINDOW, content, content.length);
  }

  private void sendTyped(Frames frames) {
    byte[] buffer = new byte[BUFFER];
    InputStream typed = terminal.input();
    try {
      int count = typed.read(buffer);
      while (count > 0 && send(frames, Frames.INPUT, buffer, count)) {
        count = typed.read(buffer);
      }
      // The terminal is gone: so is its user.
      send(frames, Frames.END, buffer, 0);
    } catch (IOException e) {
      send(frames, Frames.END, buffer, 0);
    }
  }

  /** {@return whether the session goes on, as far as can be seen here} */
  private static boolean send(Frames frames, char kind, byte[] bytes, int length) {
    try {
      frames.send(kind, bytes, length);
      return true;
    } catch (IOException e) {
      return false; // the other thread sees it too, and ends
    }
  }

  private int show(Frames frames) throws IOException {
    OutputStream out = terminal.output();
    while (true) {
      byte[] content = frames.receive();
      switch (frames.kind()) {
        case Frames.OUTPUT, Frames.ERROR -> {
          out.write(content);
          out.flush();
        }
        case Frames.EXIT -> {
          return content[0] & 0xFF;
        }
        default -> throw new IOException("no frame of the shell: " + frames.kind());
      }
    }
  }

  private void restore() {
    terminal.setAttributes(before);
  }

  @Override
  public void close() throws IOException {
    restore();
    terminal.close();
  }
}
