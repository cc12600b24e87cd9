package org.steward.itests.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcEndpoint;

/** RPC namespaces come and go with the bundles that offer them. */
@InContainer(
    configuration =
        """
        [rpcinterface:supervisor]
        supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
        """,
    bundles = Greeter.class)
class NamespacesTest {

  @Test
  void theStandardNamespacesAreServed(RpcEndpoint endpoint) throws Exception {
    assertThat(call(endpoint, "system.listMethods", ""))
        .contains("supervisor.getState", "supervisor.startProcess", "system.multicall");
    assertThat(call(endpoint, "supervisor.getState", "")).contains("RUNNING");
  }

  @Test
  void aBundlesNamespaceIsServedWhileItIsActive(BundleContext context, RpcEndpoint endpoint)
      throws Exception {
    assertThat(greet(endpoint)).contains("UNKNOWN_METHOD");
    Bundle greeter = context.installBundle(jar(context).toUri().toString());
    greeter.start();
    assertThat(greet(endpoint)).contains("hello world");
    assertThat(call(endpoint, "system.listMethods", "")).contains("greeter.greet");
    greeter.stop();
    assertThat(greet(endpoint)).contains("UNKNOWN_METHOD");
    greeter.start();
    assertThat(greet(endpoint)).contains("hello world");
    greeter.uninstall();
    assertThat(call(endpoint, "system.listMethods", "")).doesNotContain("greeter.greet");
  }

  @Test
  void aJarDroppedIntoThePluginsFolderIsServedUntilItIsRemoved(
      BundleContext context, RpcEndpoint endpoint) throws Exception {
    Path plugin = Path.of(context.getProperty("steward.plugins"), "greeter.jar");
    Files.copy(jar(context), plugin);
    await(() -> greet(endpoint).contains("hello world"));
    Files.delete(plugin);
    await(() -> greet(endpoint).contains("UNKNOWN_METHOD"));
  }

  private static Path jar(BundleContext context) {
    return Path.of(context.getProperty(InContainer.FOLDER), "Greeter.jar");
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static String greet(RpcEndpoint endpoint) {
    return call(endpoint, "greeter.greet", "<param><value><string>world</string></value></param>");
  }

  private static String call(RpcEndpoint endpoint, String method, String parameters) {
    String request =
        "<methodCall><methodName>"
            + method
            + "</methodName><params>"
            + parameters
            + "</params></methodCall>";
    return new String(
        endpoint
            .call(
                request.getBytes(StandardCharsets.UTF_8),
                new RpcEndpoint.Caller("", "unix", Role.ADMIN))
            .toCompletableFuture()
            .orTimeout(20, TimeUnit.SECONDS)
            .join(),
        StandardCharsets.UTF_8);
  }
}
