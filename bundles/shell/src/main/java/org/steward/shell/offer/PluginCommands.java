package org.steward.shell.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.steward.api.ctl.CtlCommand;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.shell.command.Commands;

/**
 * Makes commands of what plugins offer elsewhere, while they offer it: each method of an RPC
 * namespace is one of the namespace's scope, each command of {@code supervisorctl} one of the scope
 * {@code ctl}.
 */
final class PluginCommands extends ServiceTracker<Object, List<ServiceRegistration<?>>> {
  private static final String CTL_SCOPE = "ctl";

  PluginCommands(BundleContext context) {
    super(context, offers(), null);
  }

  private static Filter offers() {
    try {
      return FrameworkUtil.createFilter(
          "(|(" + RpcNamespace.NAME + "=*)(" + CtlCommand.NAME + "=*))");
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<ServiceRegistration<?>> addingService(ServiceReference<Object> reference) {
    List<ServiceRegistration<?>> commands = new ArrayList<>();
    Object service = context.getService(reference);
    if (service instanceof RpcNamespace namespace) {
      String scope = String.valueOf(reference.getProperty(RpcNamespace.NAME));
      methods(scope, namespace).forEach(function -> commands.add(register(scope, function)));
    }
    if (service instanceof CtlCommand command) {
      for (String name : names(reference.getProperty(CtlCommand.NAME))) {
        commands.add(register(CTL_SCOPE, name, new CtlFunction(name, command)));
      }
    }
    return commands;
  }

  private static List<RpcFunction> methods(String scope, RpcNamespace namespace) {
    if (scope.equals(Commands.SCOPE)) {
      return List.of(); // the supervisor has commands of its own, made for people
    }
    return Arrays.stream(namespace.getClass().getMethods())
        .filter(method -> method.isAnnotationPresent(RpcMethod.class))
        .map(method -> new RpcFunction(namespace, method))
        .toList();
  }

  private static List<String> names(@Nullable Object property) {
    return switch (property) {
      case String[] several -> List.of(several);
      case null -> List.of();
      default -> List.of(property.toString());
    };
  }

  private ServiceRegistration<?> register(String scope, RpcFunction function) {
    return register(scope, RpcFunction.nameOf(function.method()), function);
  }

  private ServiceRegistration<?> register(String scope, String name, Function function) {
    return context.registerService(
        Function.class,
        function,
        FrameworkUtil.asDictionary(
            Map.of(
                CommandProcessor.COMMAND_SCOPE, scope, CommandProcessor.COMMAND_FUNCTION, name)));
  }

  @Override
  public void removedService(
      ServiceReference<Object> reference, List<ServiceRegistration<?>> commands) {
    commands.forEach(ServiceRegistration::unregister);
    context.ungetService(reference);
  }
}
