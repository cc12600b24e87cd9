package org.steward.rpc.dispatch;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.api.rpc.RpcEndpoint.Caller;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcOptional;

/** What a method takes and gives, read from its Java declaration. */
final class Signatures {
  /** Results that can be said in XML-RPC, beside those that are parameters too. */
  private static final Set<String> MORE_RESULTS =
      Set.of(
          "[B", "java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");

  private Signatures() {}

  /** The method's parameters. */
  static Parameters parameters(Method method) throws InvalidNamespace {
    List<Parameters.Parameter> all = new ArrayList<>();
    boolean optional = false;
    Parameter[] parameters = method.getParameters();
    int own = parameters.length;
    boolean withCaller = own > 0 && parameters[own - 1].getType() == Caller.class;
    for (Parameter declared : List.of(parameters).subList(0, withCaller ? own - 1 : own)) {
      ParameterType type =
          ParameterType.of(declared.getType())
              .orElseThrow(
                  () ->
                      new InvalidNamespace(
                          method.getName() + " takes a " + declared.getType().getName()));
      RpcOptional fallback = declared.getAnnotation(RpcOptional.class);
      if (optional && fallback == null) {
        throw new InvalidNamespace(method.getName() + " has an optional parameter before others");
      }
      optional = fallback != null;
      all.add(new Parameters.Parameter(type, fallbackValue(method, type, fallback)));
    }
    return new Parameters(all, withCaller);
  }

  private static @Nullable Object fallbackValue(
      Method method, ParameterType type, @Nullable RpcOptional fallback) throws InvalidNamespace {
    if (fallback == null) {
      return null;
    }
    Object value =
        type == ParameterType.BOOLEAN
            ? Boolean.valueOf(fallback.value())
            : type.convert(fallback.value());
    if (value == null) {
      throw new InvalidNamespace(
          method.getName() + " has the default '" + fallback.value() + "', no " + type.word());
    }
    return value;
  }

  /**
   * The signature as {@code system.methodSignature} shows it, empty where the Java types do not
   * tell.
   */
  static List<String> of(Method method, RpcMethod published, Parameters parameters)
      throws InvalidNamespace {
    Class<?> result = method.getReturnType();
    if (ParameterType.of(result).isEmpty() && !MORE_RESULTS.contains(result.getName())) {
      throw new InvalidNamespace(method.getName() + " returns a " + result.getName());
    }
    if (published.signature().length > 0) {
      return List.of(published.signature());
    }
    List<String> words = new ArrayList<>();
    Optional<String> word = resultWord(method.getGenericReturnType());
    if (word.isEmpty()) {
      return List.of();
    }
    words.add(word.get());
    parameters.all().forEach(parameter -> words.add(parameter.type().word()));
    return List.copyOf(words);
  }

  private static Optional<String> resultWord(Type result) {
    return switch (result) {
      case Class<?> type when type == byte[].class -> Optional.of(ParameterType.STRING.word());
      case Class<?> type ->
          ParameterType.of(type)
              .filter(known -> known != ParameterType.ANY)
              .map(ParameterType::word);
      case ParameterizedType type when isStage(type) ->
          resultWord(type.getActualTypeArguments()[0]);
      case ParameterizedType type -> resultWord(type.getRawType());
      default -> Optional.empty();
    };
  }

  private static boolean isStage(ParameterizedType type) {
    return CompletionStage.class.isAssignableFrom((Class<?>) type.getRawType());
  }
}
