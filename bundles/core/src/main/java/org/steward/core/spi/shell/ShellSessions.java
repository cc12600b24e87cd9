package org.steward.core.spi.shell;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.steward.core.spi.security.AuditTrail.Actor;

/**
 * Opens sessions of the command shell, in which all commands of the daemon and of its plugins can
 * be typed, for whoever brings a client: a service of the shell bundle. Safe on any thread.
 *
 * <p>There is nothing that a session may not do, so only administrators are to be given one.
 */
@ProviderType
public interface ShellSessions {
  /**
   * Begins a session. It runs on a thread of its own, reads and writes the client's streams there,
   * and closes neither.
   *
   * @throws ShellUnavailableException if there are as many sessions as there may be
   */
  Session open(Client client) throws ShellUnavailableException;

  /**
   * Who wants a session.
   *
   * @param actor who it is, for the audit trail and for the history of what was typed
   * @param terminal what the client sits at, null for a script: lines that are run without a prompt
   * @param streams what connects with the client
   */
  record Client(Actor actor, @Nullable ShellTerminal terminal, ShellStreams streams) {}

  /**
   * A terminal.
   *
   * @param type its type as in {@code TERM}
   * @param columns its width, at least 1
   * @param rows its height, at least 1
   */
  record ShellTerminal(String type, int columns, int rows) {}

  /**
   * The way to a client. The streams may block; an {@code IOException} means that it is gone.
   *
   * @param in what is typed, Ctrl-C and the like as the bytes a terminal in raw mode has for them,
   *     or a script's lines; the end of it ends the session
   * @param out what is to be seen
   * @param err what a script has to say of failures; the same as {@code out} for a terminal
   */
  record ShellStreams(InputStream in, OutputStream out, OutputStream err) {}

  /** A session under way. */
  interface Session extends AutoCloseable {
    /** The client's window has another size now. */
    void resize(int columns, int rows);

    /**
     * Completes with an exit status when the session has ended: of a script, that of the last
     * command that failed, 0 if none did.
     */
    CompletionStage<Integer> ended();

    /** The client is gone: interrupts what runs, and ends the session soon. */
    @Override
    void close();
  }
}
