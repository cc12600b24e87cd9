package org.steward.plugins;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/** Reads what a plugin has said of its service. */
final class ServiceProperties {
  private ServiceProperties() {}

  /** A property of several values: a string, an array or a collection, as OSGi allows. */
  static List<String> strings(Map<String, ?> properties, String name) {
    return switch (properties.get(name)) {
      case null -> List.of();
      case Object[] several -> Stream.of(several).map(String::valueOf).toList();
      case Collection<?> several -> several.stream().map(String::valueOf).toList();
      case Object value -> List.of(value.toString());
    };
  }

  /** The id of the bundle that registered the service, -1 if it is not known. */
  static long bundle(Map<String, ?> properties) {
    return properties.get(Constants.SERVICE_BUNDLEID) instanceof Long id ? id : -1;
  }
}
