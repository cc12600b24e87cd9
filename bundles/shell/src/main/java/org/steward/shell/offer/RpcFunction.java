package org.steward.shell.offer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.jspecify.annotations.Nullable;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.api.rpc.RpcOptional;
import org.steward.shell.command.CommandFailure;
import org.steward.shell.command.Explained;
import org.steward.shell.command.Run;

/** A method of an RPC namespace as a command; its result is shown as Gogo shows values. */
record RpcFunction(RpcNamespace namespace, Method method) implements Function, Explained {
  /** What clients call it by. */
  static String nameOf(Method method) {
    String name = method.getAnnotation(RpcMethod.class).name();
    return name.isEmpty() ? method.getName() : name;
  }

  @Override
  public @Nullable Object execute(CommandSession session, List<Object> arguments) throws Exception {
    @Nullable Object[] bound = bind(arguments);
    try {
      return shown(method.invoke(namespace, bound));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static @Nullable Object shown(@Nullable Object result) throws InterruptedException {
    return switch (result) {
      case CompletionStage<?> later -> shown(Run.await(later));
      case byte[] bytes -> new String(bytes, UTF_8);
      case null, default -> result;
    };
  }

  private @Nullable Object[] bind(List<Object> arguments) throws CommandFailure {
    Parameter[] parameters = method.getParameters();
    if (arguments.size() > parameters.length) {
      throw new CommandFailure(CommandFailure.USAGE, "expected " + usage());
    }
    @Nullable Object[] bound = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      Class<?> type = parameters[i].getType();
      RpcOptional optional = parameters[i].getAnnotation(RpcOptional.class);
      if (i < arguments.size()) {
        bound[i] = converted(type, arguments.get(i));
      } else if (optional != null) {
        bound[i] = converted(type, optional.value());
      } else {
        throw new CommandFailure(CommandFailure.USAGE, "expected " + usage());
      }
    }
    return bound;
  }

  private Object converted(Class<?> type, Object value) throws CommandFailure {
    String text = value.toString();
    try {
      if (type == String.class) {
        return text;
      } else if (type == int.class) {
        return Integer.parseInt(text);
      } else if (type == long.class) {
        return Long.parseLong(text);
      } else if (type == boolean.class) {
        return text.equals("1") || Boolean.parseBoolean(text);
      } else if (type == Object.class) {
        return value instanceof List || value instanceof java.util.Map ? value : text;
      } else if (type.isInstance(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new CommandFailure(
        CommandFailure.USAGE,
        "expected " + type.getSimpleName() + " where '" + text + "' is, as in " + usage());
  }

  private String usage() {
    StringBuilder usage = new StringBuilder(nameOf(method));
    for (Parameter parameter : method.getParameters()) {
      boolean optional = parameter.isAnnotationPresent(RpcOptional.class);
      usage
          .append(optional ? " [<" : " <")
          .append(parameter.getName())
          .append(optional ? ">]" : ">");
    }
    return usage.toString();
  }

  @Override
  public String summary() {
    return help().lines().findFirst().orElse("");
  }

  @Override
  public String explanation() {
    return usage() + "\n" + help();
  }

  private String help() {
    return method.getAnnotation(RpcMethod.class).help().strip();
  }
}
