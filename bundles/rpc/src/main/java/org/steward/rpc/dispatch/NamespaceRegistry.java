package org.steward.rpc.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.xmlrpc.XmlRpcException;
import org.jspecify.annotations.Nullable;
import org.steward.api.rpc.RejectedNamespaces;
import org.steward.api.rpc.RpcNamespace;
import org.steward.rpc.codec.Call;

/**
 * The namespaces that are there, and the table of their methods. Adding and removing replaces the
 * table as a whole, so a call sees one or the other and never waits; a call in flight keeps its
 * method. Safe on any thread.
 *
 * <p>Of several namespaces of one name the first is served. The others are kept, as rejected, and
 * considered again when something goes.
 */
public final class NamespaceRegistry implements RejectedNamespaces {
  /** In place of the id of a bundle: this bundle's own, whose methods never block. */
  private static final long OWN = -1;

  private final RpcLog log;
  private final List<Candidate> candidates = new ArrayList<>();
  private volatile Table table = new Table(Map.of(), List.of());

  /**
   * A namespace that was offered.
   *
   * @param methods what it publishes, empty where it has a flaw
   * @param flaw why it can never be served
   * @param calls where its methods run, null where that is their caller's thread
   */
  private record Candidate(
      String namespace,
      RpcNamespace provider,
      long bundle,
      Map<String, PublishedMethod> methods,
      Optional<String> flaw,
      @Nullable ForeignCalls calls) {
    static Candidate of(String namespace, RpcNamespace provider, long bundle) {
      ForeignCalls calls = bundle == OWN ? null : new ForeignCalls(namespace);
      try {
        Map<String, PublishedMethod> methods = MethodScanner.scan(namespace, provider);
        return new Candidate(namespace, provider, bundle, methods, Optional.empty(), calls);
      } catch (InvalidNamespace e) {
        return new Candidate(namespace, provider, bundle, Map.of(), Optional.of(e.reason()), calls);
      }
    }

    void close() {
      if (calls != null) {
        calls.close();
      }
    }

    Rejection rejection(String reason) {
      return new Rejection(namespace, provider.getClass().getName(), reason, bundle);
    }
  }

  /**
   * A method that can be called.
   *
   * @param calls where it runs, null where that is its caller's thread
   */
  record Served(PublishedMethod method, @Nullable ForeignCalls calls) {
    /** Calls it; see {@link PublishedMethod#execute}. */
    @Nullable Object execute(Call call) throws XmlRpcException {
      return calls == null ? method.execute(call) : calls.start(method, call);
    }
  }

  private record Table(Map<String, Served> served, List<Rejection> rejections) {}

  /** An empty registry. */
  public NamespaceRegistry(RpcLog log) {
    this.log = log;
  }

  /** Serves a namespace of this bundle's own. */
  public void add(String namespace, RpcNamespace provider) {
    add(namespace, provider, OWN);
  }

  /**
   * Serves a namespace, or rejects it with a line in the log.
   *
   * @param bundle the id of the bundle that offers it, whose methods are called on threads of its
   *     own
   */
  public synchronized void add(String namespace, RpcNamespace provider, long bundle) {
    candidates.add(Candidate.of(namespace, provider, bundle));
    publish();
  }

  /** Withdraws what was added with this provider. */
  public synchronized void remove(RpcNamespace provider) {
    List<Candidate> gone =
        candidates.stream().filter(candidate -> candidate.provider == provider).toList();
    candidates.removeAll(gone);
    publish();
    gone.forEach(Candidate::close);
  }

  private void publish() {
    Map<String, Served> served = new HashMap<>();
    List<Rejection> rejections = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.flaw.isPresent()) {
        rejections.add(candidate.rejection(candidate.flaw.get()));
      } else if (taken.add(candidate.namespace)) {
        candidate.methods.forEach(
            (name, method) -> served.put(name, new Served(method, candidate.calls)));
      } else {
        rejections.add(candidate.rejection("there is a namespace of this name already"));
      }
    }
    Table before = table;
    table = new Table(Map.copyOf(served), List.copyOf(rejections));
    rejections.stream().filter(r -> !before.rejections.contains(r)).forEach(this::logRejection);
  }

  private void logRejection(Rejection rejection) {
    log.warn(
        "RPC namespace '%s' of %s is not served: %s"
            .formatted(rejection.namespace(), rejection.provider(), rejection.reason()));
  }

  @Override
  public List<Rejection> rejections() {
    return table.rejections;
  }

  /** What can be called by this full name. */
  Optional<Served> find(String name) {
    return Optional.ofNullable(table.served.get(name));
  }

  /** The full names of all methods, sorted. */
  List<String> methodNames() {
    return table.served.keySet().stream().sorted().toList();
  }

  /** The method of this full name. */
  Optional<PublishedMethod> method(String name) {
    return Optional.ofNullable(table.served.get(name)).map(Served::method);
  }
}
