package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Sandbox;

/** Apache's XML-RPC client for Java. */
class ApacheClientTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private XmlRpcClient client;

  @BeforeEach
  void connect() throws Exception {
    Server server = Server.start(sandbox, Implementation.STEWARD);
    XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
    config.setServerURL(URI.create(server.url() + "/RPC2").toURL());
    config.setBasicUserName(Server.USER);
    config.setBasicPassword(Server.PASSWORD);
    client = new XmlRpcClient();
    client.setConfig(config);
  }

  private Object call(String method, Object... arguments) throws XmlRpcException {
    return client.execute(method, arguments);
  }

  @Test
  void callsAreAnsweredWithValuesOfJava() throws XmlRpcException {
    assertThat(call("supervisor.getAPIVersion")).isEqualTo("3.0");
    assertThat(call("supervisor.getState"))
        .isEqualTo(Map.of("statecode", 1, "statename", "RUNNING"));
    assertThat(call("supervisor.startProcess", "late", true)).isEqualTo(true);
    assertThat((Object[]) call("supervisor.getAllProcessInfo")).hasSizeGreaterThan(8);
    assertThat(((Map<?, ?>) call("supervisor.getProcessInfo", "umlauts")).get("statename"))
        .isEqualTo("RUNNING");
    assertThat((Object[]) call("supervisor.tailProcessStdoutLog", "talk", 0, 100))
        .containsExactly("hello\n", 6, false);
    assertThat(call("system.multicall", List.of(Map.of("methodName", "supervisor.getVersion"))))
        .isEqualTo(new Object[] {"3.0"});
  }

  @Test
  void faultsKeepTheirCodes() {
    assertThatThrownBy(() -> call("supervisor.startProcess", "nope", true))
        .isInstanceOfSatisfying(XmlRpcException.class, e -> assertThat(e.code).isEqualTo(10))
        .hasMessage("BAD_NAME: nope");
  }

  /** What scanners try: attributes of Python objects as methods, CVE-2017-11610. */
  @Test
  void attributesOfObjectsAreNoMethods() {
    assertThatThrownBy(
            () -> call("supervisor.supervisord.options.warnings.linecache.os.system", "true"))
        .isInstanceOfSatisfying(XmlRpcException.class, e -> assertThat(e.code).isEqualTo(1))
        .hasMessage("UNKNOWN_METHOD");
  }
}
