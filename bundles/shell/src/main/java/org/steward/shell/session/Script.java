package org.steward.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import org.apache.felix.gogo.runtime.EOFError;
import org.apache.felix.gogo.runtime.Parser;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.apache.felix.service.command.CommandSession;
import org.steward.core.spi.shell.ShellSessions.ShellStreams;

/** Runs lines as they come, without a prompt: what is piped in or given as arguments. */
final class Script implements Conversation {
  private final CommandLoop loop;
  private final ShellStreams streams;

  Script(CommandLoop loop, ShellStreams streams) {
    this.loop = loop;
    this.streams = streams;
  }

  @Override
  public int run() throws IOException {
    // The lines are the script: a command finds nothing on its standard input.
    OutputStream out = new ClientOutput(streams.out());
    OutputStream err = new ClientOutput(streams.err());
    try (loop;
        CommandSession session = loop.begin(InputStream.nullInputStream(), out, err)) {
      run(session, new PrintStream(err, true, UTF_8));
    }
    return loop.status();
  }

  private void run(CommandSession session, PrintStream err) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(streams.in(), UTF_8));
    StringBuilder command = new StringBuilder();
    for (String line = lines.readLine(); line != null && !loop.isOver(); line = lines.readLine()) {
      command.append(line).append('\n');
      if (isComplete(command)) {
        run(session, command, err);
        command.setLength(0);
      }
    }
    if (!loop.isOver()) {
      run(session, command, err);
    }
  }

  private void run(CommandSession session, CharSequence command, PrintStream err) {
    if (command.toString().isBlank()) {
      return;
    }
    String failure = loop.run(session, command);
    if (failure != null && !failure.isEmpty()) {
      err.println(failure);
    }
  }

  /**
   * Whether nothing is open that a further line must close; what is wrong otherwise, Gogo tells.
   */
  private static boolean isComplete(CharSequence command) {
    try {
      new Parser(command).program();
      return true;
    } catch (EOFError unfinished) {
      return false;
    } catch (SyntaxError wrong) {
      return true;
    }
  }

  @Override
  public void close() {
    loop.abandon();
  }
}
