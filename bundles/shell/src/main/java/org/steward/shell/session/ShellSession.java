package org.steward.shell.session;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.core.spi.shell.ShellSessions.Client;
import org.steward.core.spi.shell.ShellSessions.ShellTerminal;
import org.steward.shell.command.CommandFailure;

/**
 * One session, on a thread of its own. Told by any thread what becomes of its client.
 *
 * <p>The only class that is loaded of a session before there is one.
 */
public final class ShellSession implements ShellSessions.Session, Runnable {
  private final Surroundings surroundings;
  private final Client client;
  private final String name;
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private @Nullable Conversation conversation;
  private boolean closed;

  /**
   * @param name what to call it in lines of the log
   */
  public ShellSession(Surroundings surroundings, Client client, String name) {
    this.surroundings = surroundings;
    this.client = client;
    this.name = name;
  }

  @Override
  public void run() {
    int status = CommandFailure.GENERIC;
    note("opens " + name);
    try {
      status = begin().run();
    } catch (Throwable e) { // commands are foreign code: the client gets an end whatever they do
      noteBreak(e);
    } finally {
      note("closes " + name);
      ended.complete(status);
    }
  }

  private Conversation begin() throws IOException {
    CommandLoop loop = new CommandLoop(surroundings, this::note);
    ShellTerminal terminal = client.terminal();
    Conversation begun =
        terminal == null
            ? new Script(loop, client.streams())
            : new TerminalConversation(loop, terminal, client, surroundings);
    synchronized (this) {
      conversation = begun;
      if (closed) {
        begun.close();
      }
    }
    return begun;
  }

  /** A client that vanishes leaves streams that fail, which says nothing new. */
  private synchronized void noteBreak(Throwable e) {
    if (!closed) {
      note(name + " broke: " + e);
    }
  }

  private void note(String what) {
    surroundings.audit().changed(client.actor(), what);
  }

  @Override
  public void resize(int columns, int rows) {
    Conversation present = present();
    if (present != null) {
      present.resize(columns, rows);
    }
  }

  @Override
  public CompletionStage<Integer> ended() {
    return ended;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (conversation != null) {
      conversation.close();
    }
  }

  private synchronized @Nullable Conversation present() {
    return conversation;
  }
}
