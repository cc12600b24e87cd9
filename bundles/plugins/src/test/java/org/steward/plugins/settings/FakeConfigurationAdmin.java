package org.steward.plugins.settings;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Keeps configurations, and counts their updates. */
final class FakeConfigurationAdmin {
  final Map<String, Dictionary<String, ?>> configurations = new TreeMap<>();
  int updates;

  /** The service. */
  ConfigurationAdmin service() {
    return proxy(
        ConfigurationAdmin.class,
        (method, arguments) ->
            switch (method) {
              case "getConfiguration" -> configuration((String) arguments[0]);
              case "getFactoryConfiguration" -> configuration(arguments[0] + "~" + arguments[1]);
              default -> throw new UnsupportedOperationException(method);
            });
  }

  @SuppressWarnings("unchecked") // as Configuration declares it
  private Configuration configuration(String pid) {
    return proxy(
        Configuration.class,
        (method, arguments) -> {
          switch (method) {
            case "update" -> {
              configurations.put(pid, (Dictionary<String, ?>) arguments[0]);
              updates++;
            }
            case "delete" -> configurations.remove(pid);
            default -> throw new UnsupportedOperationException(method);
          }
          return null;
        });
  }

  private interface Handler {
    Object call(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> handler.call(method.getName(), arguments)));
  }
}
