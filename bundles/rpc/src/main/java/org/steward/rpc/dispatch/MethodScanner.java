package org.steward.rpc.dispatch;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;

/**
 * Finds the methods a namespace publishes: the public ones that carry {@link RpcMethod}, and
 * nothing else of the object. Done once, when the namespace is registered; a call only ever looks
 * its full name up in the result.
 */
final class MethodScanner {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private MethodScanner() {}

  /** The methods by their full names. */
  static Map<String, PublishedMethod> scan(String namespace, RpcNamespace provider)
      throws InvalidNamespace {
    require(NAME.matcher(namespace).matches(), "'" + namespace + "' is no name for a namespace");
    Map<String, PublishedMethod> found = new TreeMap<>();
    CallGuard guard = provider instanceof GuardedNamespace own ? own.guard() : CallGuard.NONE;
    List<Object> parts = provider instanceof GuardedNamespace own ? own.parts() : List.of(provider);
    for (Object part : parts) {
      requireAllPublic(part.getClass());
      for (Method method : part.getClass().getMethods()) {
        RpcMethod published = method.getAnnotation(RpcMethod.class);
        if (published != null && !method.isBridge()) {
          PublishedMethod entry = publish(namespace, part, method, published, guard);
          require(found.put(entry.name(), entry) == null, "there are two " + entry.name());
        }
      }
    }
    require(!found.isEmpty(), "no public method carries @RpcMethod");
    return found;
  }

  private static void requireAllPublic(Class<?> type) throws InvalidNamespace {
    for (Method method : type.getDeclaredMethods()) {
      require(
          !method.isAnnotationPresent(RpcMethod.class)
              || Modifier.isPublic(method.getModifiers())
                  && !Modifier.isStatic(method.getModifiers()),
          method.getName() + " carries @RpcMethod and is not a public instance method");
    }
  }

  private static PublishedMethod publish(
      String namespace, Object part, Method method, RpcMethod published, CallGuard guard)
      throws InvalidNamespace {
    String name = published.name().isEmpty() ? method.getName() : published.name();
    require(NAME.matcher(name).matches(), "'" + name + "' is no name for a method");
    Parameters parameters = Signatures.parameters(method);
    return new PublishedMethod(
        namespace + "." + name,
        published.help(),
        Signatures.of(method, published, parameters),
        parameters,
        part,
        accessible(method),
        guard,
        published.role(),
        published.audited() && published.role() != Role.READ);
  }

  /** The class itself need not be public, as with any declarative service. */
  private static Method accessible(Method method) throws InvalidNamespace {
    require(method.trySetAccessible(), method.getName() + " cannot be made accessible");
    return method;
  }

  private static void require(boolean condition, String otherwise) throws InvalidNamespace {
    if (!condition) {
      throw new InvalidNamespace(otherwise);
    }
  }
}
