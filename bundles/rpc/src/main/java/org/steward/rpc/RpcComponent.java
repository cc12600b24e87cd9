package org.steward.rpc;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.steward.api.control.Supervisor;
import org.steward.api.rpc.RejectedNamespaces;
import org.steward.api.rpc.RpcAnswer;
import org.steward.api.rpc.RpcEndpoint;
import org.steward.api.rpc.RpcNamespace;
import org.steward.rpc.dispatch.RpcLog;

/**
 * Publishes the endpoint once there is a supervisor, and lets the namespaces of other bundles in
 * and out while calls go on.
 */
@Component(service = {RpcEndpoint.class, RejectedNamespaces.class})
public final class RpcComponent implements RpcEndpoint, RejectedNamespaces {
  private final RpcStack stack;

  /** Called by Declarative Services. */
  @Activate
  public RpcComponent(
      @Reference Supervisor supervisor, @Reference(service = LoggerFactory.class) Logger logger) {
    stack = RpcStack.over(supervisor, Clock.systemDefaultZone(), toLog(logger));
  }

  /** Called by Declarative Services for each namespace that appears. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addNamespace(RpcNamespace namespace, Map<String, ?> properties) {
    Object name = properties.get(RpcNamespace.NAME);
    Object bundle = properties.get(Constants.SERVICE_BUNDLEID);
    stack
        .registry()
        .add(
            name instanceof String text ? text : "",
            namespace,
            bundle instanceof Long id ? id : -1);
  }

  /** Called by Declarative Services for each namespace that goes. */
  void removeNamespace(RpcNamespace namespace) {
    stack.registry().remove(namespace);
  }

  @Override
  public CompletionStage<byte[]> call(byte[] request, Caller caller) {
    return stack.endpoint().call(request, caller);
  }

  @Override
  public CompletionStage<RpcAnswer> answer(byte[] request, Caller caller) {
    return stack.endpoint().answer(request, caller);
  }

  @Override
  public List<Rejection> rejections() {
    return stack.registry().rejections();
  }

  private static RpcLog toLog(Logger logger) {
    return new RpcLog() {
      @Override
      public void warn(String message) {
        logger.warn("{}", message);
      }

      @Override
      public void error(String message, Throwable cause) {
        logger.error("{}", message, cause);
      }
    };
  }
}
