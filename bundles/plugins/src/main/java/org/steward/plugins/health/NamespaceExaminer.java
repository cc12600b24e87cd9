package org.steward.plugins.health;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.steward.api.plugin.PluginState;
import org.steward.api.rpc.RejectedNamespaces;

/** Finds RPC namespaces that were offered and are not served. */
final class NamespaceExaminer implements Examiner {
  private final Supplier<@Nullable RejectedNamespaces> namespaces;

  NamespaceExaminer(Supplier<@Nullable RejectedNamespaces> namespaces) {
    this.namespaces = namespaces;
  }

  @Override
  public List<Symptom> examine(Bundle bundle) {
    RejectedNamespaces present = namespaces.get();
    if (present == null) {
      return List.of();
    }
    return present.rejections().stream()
        .filter(rejection -> rejection.bundle() == bundle.getBundleId())
        .map(
            rejection ->
                new Symptom(
                    PluginState.DEGRADED,
                    "RPC namespace '%s' of %s is not served: %s"
                        .formatted(
                            rejection.namespace(), rejection.provider(), rejection.reason())))
        .toList();
  }
}
