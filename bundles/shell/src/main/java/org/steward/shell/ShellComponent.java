package org.steward.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.apache.felix.service.command.CommandProcessor;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.Supervisor;
import org.steward.core.spi.security.AuditTrail;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.core.spi.shell.ShellUnavailableException;
import org.steward.shell.offer.Toolbox;
import org.steward.shell.session.ShellSession;
import org.steward.shell.session.Surroundings;

/** Opens sessions, and closes them where the bundle or the supervisor goes. */
@Component
public final class ShellComponent implements ShellSessions {
  /** Each has some threads and a megabyte or two: enough for people, and no burden. */
  static final int MOST_SESSIONS = 8;

  private final Surroundings surroundings;
  private final Set<ShellSession> sessions = new HashSet<>();
  private final BundleContext context;
  private @Nullable Toolbox toolbox;
  private int opened;

  /** Called by Declarative Services. */
  @Activate
  public ShellComponent(
      BundleContext context,
      @Reference CommandProcessor processor,
      @Reference Supervisor supervisor) {
    this.context = context;
    surroundings =
        new Surroundings(
            processor,
            supervisor,
            history(context),
            new AuditTrail(supervisor.logs(), InstantSource.system()));
  }

  private static @Nullable Path history(BundleContext context) {
    String state = context.getProperty("steward.state.dir");
    return state == null ? null : Path.of(state, "shell");
  }

  @Override
  public Session open(Client client) throws ShellUnavailableException {
    ShellSession session;
    synchronized (sessions) {
      if (sessions.size() >= MOST_SESSIONS) {
        throw new ShellUnavailableException(
            "There are " + MOST_SESSIONS + " shell sessions already.");
      }
      if (toolbox == null) {
        toolbox = new Toolbox(context, surroundings.processor());
      }
      opened++;
      session = new ShellSession(surroundings, client, "session " + opened);
      sessions.add(session);
    }
    session.ended().whenComplete((status, never) -> forget(session));
    Thread.ofPlatform().name("shell").daemon().start(session);
    return session;
  }

  private void forget(ShellSession session) {
    synchronized (sessions) {
      sessions.remove(session);
    }
  }

  @Deactivate
  void close() {
    Set<ShellSession> closing;
    Toolbox laidOut;
    synchronized (sessions) {
      closing = Set.copyOf(sessions);
      laidOut = toolbox;
    }
    closing.forEach(ShellSession::close);
    if (laidOut != null) {
      laidOut.close();
    }
  }
}
