package org.steward.rpc.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.steward.api.rpc.RejectedNamespaces;
import org.steward.api.rpc.RpcNamespace;

/**
 * The namespaces that are there, and the table of their methods. Adding and removing replaces the
 * table as a whole, so a call sees one or the other and never waits; a call in flight keeps its
 * method. Safe on any thread.
 *
 * <p>Of several namespaces of one name the first is served. The others are kept, as rejected, and
 * considered again when something goes.
 */
public final class NamespaceRegistry implements RejectedNamespaces {
  private final RpcLog log;
  private final List<Candidate> candidates = new ArrayList<>();
  private volatile Table table = new Table(Map.of(), List.of());

  /**
   * A namespace that was offered.
   *
   * @param methods what it publishes, empty where it has a flaw
   * @param flaw why it can never be served
   */
  private record Candidate(
      String namespace,
      RpcNamespace provider,
      long bundle,
      Map<String, PublishedMethod> methods,
      Optional<String> flaw) {
    static Candidate of(String namespace, RpcNamespace provider, long bundle) {
      try {
        Map<String, PublishedMethod> methods = MethodScanner.scan(namespace, provider);
        return new Candidate(namespace, provider, bundle, methods, Optional.empty());
      } catch (InvalidNamespace e) {
        return new Candidate(namespace, provider, bundle, Map.of(), Optional.of(e.reason()));
      }
    }

    Rejection rejection(String reason) {
      return new Rejection(namespace, provider.getClass().getName(), reason, bundle);
    }
  }

  private record Table(Map<String, PublishedMethod> methods, List<Rejection> rejections) {}

  /** An empty registry. */
  public NamespaceRegistry(RpcLog log) {
    this.log = log;
  }

  /** Serves a namespace of this bundle's own. */
  public void add(String namespace, RpcNamespace provider) {
    add(namespace, provider, -1);
  }

  /**
   * Serves a namespace, or rejects it with a line in the log.
   *
   * @param bundle the id of the bundle that offers it
   */
  public synchronized void add(String namespace, RpcNamespace provider, long bundle) {
    candidates.add(Candidate.of(namespace, provider, bundle));
    publish();
  }

  /** Withdraws what was added with this provider. */
  public synchronized void remove(RpcNamespace provider) {
    candidates.removeIf(candidate -> candidate.provider == provider);
    publish();
  }

  private void publish() {
    Map<String, PublishedMethod> methods = new HashMap<>();
    List<Rejection> rejections = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.flaw.isPresent()) {
        rejections.add(candidate.rejection(candidate.flaw.get()));
      } else if (taken.add(candidate.namespace)) {
        methods.putAll(candidate.methods);
      } else {
        rejections.add(candidate.rejection("there is a namespace of this name already"));
      }
    }
    Table before = table;
    table = new Table(Map.copyOf(methods), List.copyOf(rejections));
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

  /** The full names of all methods, sorted. */
  List<String> methodNames() {
    return table.methods.keySet().stream().sorted().toList();
  }

  /** The method of this full name. */
  Optional<PublishedMethod> method(String name) {
    return Optional.ofNullable(table.methods.get(name));
  }
}
