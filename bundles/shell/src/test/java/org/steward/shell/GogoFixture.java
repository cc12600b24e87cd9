package org.steward.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.jspecify.annotations.Nullable;
import org.steward.api.testing.FakeSupervisor;
import org.steward.core.spi.security.AuditTrail;
import org.steward.core.spi.shell.ShellSessions.Client;
import org.steward.core.spi.shell.ShellSessions.ShellStreams;
import org.steward.core.spi.shell.ShellSessions.ShellTerminal;
import org.steward.shell.session.ShellSession;
import org.steward.shell.session.Surroundings;

/** Gogo with the commands a test gives it, and sessions on streams. */
public final class GogoFixture implements AutoCloseable {
  public final FakeSupervisor supervisor = new FakeSupervisor();

  /** It replaces the JVM's streams, so there is one for all tests. */
  private static final ThreadIOImpl THREAD_IO = new ThreadIOImpl();

  static {
    THREAD_IO.start();
  }

  private final CommandProcessorImpl processor = new CommandProcessorImpl(THREAD_IO);
  private final AuditTrail audit = new AuditTrail(supervisor.logs(), InstantSource.system());

  /** Adds commands to the scope {@code supervisor}. */
  public GogoFixture with(Object commands, String... functions) {
    for (String function : functions) {
      processor.addCommand("supervisor", commands, function);
    }
    return this;
  }

  /** What a script said, and how it ended. */
  public record Ran(String out, String err, int status) {}

  /** Runs lines as a script. */
  public Ran run(String script) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ShellSession session =
        session(null, new ByteArrayInputStream(script.getBytes(UTF_8)), out, err);
    session.run();
    int status = session.ended().toCompletableFuture().get(20, TimeUnit.SECONDS);
    return new Ran(out.toString(UTF_8), err.toString(UTF_8), status);
  }

  /** A session that does not run yet. */
  public ShellSession session(
      @Nullable ShellTerminal terminal, InputStream in, OutputStream out, OutputStream err) {
    return new ShellSession(
        new Surroundings(processor, supervisor, null, audit),
        new Client(
            new AuditTrail.Actor("alice", "unix", "shell"),
            terminal,
            new ShellStreams(in, out, err)),
        "session 1");
  }

  @Override
  public void close() {
    processor.stop();
  }
}
