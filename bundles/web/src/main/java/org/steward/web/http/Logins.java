package org.steward.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.security.AuditTrail;
import org.steward.core.spi.security.AuditTrail.Actor;
import org.steward.web.http.BasicAuthentication.Given;

/**
 * Finds out who sends a request. Safe on any thread; holds none while a try waits for its turn.
 *
 * <p>Who was right before, from the same address, is known and passes at once, whatever others try
 * from there. Only the rest is slowed down after failures, and only it costs what a costly password
 * costs: on one thread, behind which a bounded number waits.
 */
final class Logins {
  private static final int MOST_KNOWN = 1024;
  private static final int MOST_WAITING = 64;
  private static final int IDLE_SECONDS = 30;

  private final AuditTrail audit;
  private final LoginThrottle throttle;
  private final ThreadPoolExecutor costly;
  private final byte[] salt = new byte[16];
  private final Pending pending = new Pending();
  private final Map<Key, Visitor> known =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Visitor> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /** Who was right before: on which socket, from where, and a digest of what was said. */
  private record Key(BasicAuthentication socket, String address, String digest) {}

  /** A request whose sender is being found out. */
  private record Waiting(Request request, Consumer<Verdict> then) {}

  /**
   * What is being found out, with all requests that wait for it: many programs that start at once
   * with one password are one try.
   */
  private static final class Pending {
    private final Map<Key, List<Waiting>> tries = new HashMap<>();

    /** Adds a request; whether it is the first of its kind. */
    synchronized boolean join(Key key, Waiting waiting) {
      List<Waiting> all = tries.computeIfAbsent(key, first -> new ArrayList<>());
      all.add(waiting);
      return all.size() == 1;
    }

    synchronized List<Waiting> remove(Key key) {
      List<Waiting> all = tries.remove(key);
      return all == null ? List.of() : all;
    }
  }

  /** What was found out. */
  sealed interface Verdict {
    /** It is known who asks. */
    record Admitted(Visitor visitor) implements Verdict {}

    /** It is not. */
    record Unknown() implements Verdict {}

    /** Too many tried in vain before, or at once. */
    record Later() implements Verdict {}
  }

  /**
   * @param audit told of tries in vain
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  Logins(AuditTrail audit, LongSupplier nanos) {
    this.audit = audit;
    this.throttle = new LoginThrottle(nanos);
    this.costly =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("web-login").daemon(true).factory());
    costly.allowCoreThreadTimeOut(true);
    new SecureRandom().nextBytes(salt);
  }

  /**
   * Finds out who sends a request.
   *
   * @param then told once, now or later on one of the server's threads
   */
  void identify(BasicAuthentication socket, Request request, Consumer<Verdict> then) {
    if (!socket.isRequired()) {
      then.accept(new Verdict.Admitted(Visitor.UNASKED));
      return;
    }
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    Given given = BasicAuthentication.given(header);
    if (header == null || given == null) {
      then.accept(new Verdict.Unknown());
      return;
    }
    Key key = new Key(socket, Address.text(request), digest(header));
    Visitor before = known(key);
    if (before != null) {
      then.accept(new Verdict.Admitted(before));
    } else if (pending.join(key, new Waiting(request, then))) {
      await(new Try(key, given, request));
    }
  }

  /** One try of somebody not known yet. */
  private record Try(Key key, Given given, Request request) {
    InetAddress address() {
      return Address.of(request);
    }
  }

  private void await(Try one) {
    Duration wait = throttle.turn(one.address());
    if (wait.isNegative()) {
      decided(one, new Verdict.Later());
    } else if (wait.isZero()) {
      check(one);
    } else {
      Components server = one.request().getComponents();
      server
          .getScheduler()
          .schedule(
              () -> server.getExecutor().execute(() -> check(one)),
              wait.toMillis(),
              TimeUnit.MILLISECONDS);
    }
  }

  private void check(Try one) {
    if (!one.key().socket().isCostly()) {
      decided(one, verdict(one));
      return;
    }
    try {
      costly.execute(() -> decided(one, verdict(one)));
    } catch (RejectedExecutionException tooMany) {
      decided(one, new Verdict.Later());
    }
  }

  private Verdict verdict(Try one) {
    Visitor visitor = one.key().socket().visitor(one.given());
    if (visitor != null) {
      throttle.right(one.address());
      remember(one.key(), visitor);
      return new Verdict.Admitted(visitor);
    }
    audit.refused(
        new Actor(one.given().name(), one.key().address(), "login"),
        "login",
        "wrong name or password");
    return new Verdict.Unknown();
  }

  /** Tells all who said the same meanwhile. */
  private void decided(Try one, Verdict verdict) {
    for (Waiting waiting : pending.remove(one.key())) {
      waiting.request().getComponents().getExecutor().execute(() -> waiting.then().accept(verdict));
    }
  }

  private @Nullable Visitor known(Key key) {
    synchronized (known) {
      return known.get(key);
    }
  }

  private void remember(Key key, Visitor visitor) {
    synchronized (known) {
      known.put(key, visitor);
    }
  }

  /** With a salt of this process, so that nothing is learnt of passwords from its memory. */
  private String digest(String header) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(salt);
      return HexFormat.of().formatHex(sha.digest(header.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
