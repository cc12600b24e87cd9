package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.steward.api.http.HttpListeners.Listener;
import org.steward.core.spi.http.HttpServerSettings.Inet;
import org.steward.core.spi.http.TlsFiles;

/** HTTP within TLS, with certificates as openssl makes them. */
@Timeout(120)
class TlsTest {
  @TempDir Path directory;

  @BeforeEach
  void certify() throws Exception {
    certify("server");
  }

  private void certify(String name) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes"));
    command.addAll(List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"));
    command.addAll(List.of("-days", "2", "-subj", "/CN=" + name));
    command.addAll(List.of("-addext", "subjectAltName=IP:127.0.0.1"));
    command.addAll(List.of("-keyout", name + ".key", "-out", name + ".crt"));
    Path output = directory.resolve("openssl.out");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private TlsFiles files(String name, @Nullable String authority) {
    return new TlsFiles(
        file(name + ".crt"),
        file(name + ".key"),
        authority == null ? null : file(authority + ".crt"));
  }

  private TestSite site(@Nullable String authority) {
    return TestSite.on(new Inet("127.0.0.1", 0, List.of(), List.of(), files("server", authority)));
  }

  /** A client that trusts the certificate there is now, and has one of its own or none. */
  private SSLSocket connect(int port, @Nullable String own) throws Exception {
    KeyStore trusted =
        new TlsFiles(file("server.crt"), file("x"), file("server.crt")).authorities();
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(
        own == null ? null : files(own, null).identity(), TlsFiles.STORE_PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static String get(SSLSocket socket, String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (!answer.toString().endsWith("\r\n\r\nOK")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed after <" + answer + ">");
      }
      answer.append((char) next);
    }
    return answer.toString();
  }

  @Test
  void requestsAreAnsweredOneAfterTheOther() throws Exception {
    try (TestSite site = site(null);
        SSLSocket socket = connect(site.port(), null)) {
      for (int i = 0; i < 3; i++) {
        assertThat(get(socket, "/ok.html")).startsWith("HTTP/1.1 200 OK\r\n");
      }
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void olderProtocolsAndClearTextAreRefused() throws Exception {
    try (TestSite site = site(null);
        SSLSocket old = connect(site.port(), null);
        SSLSocket last = connect(site.port(), null);
        RawClient clear = site.client()) {
      last.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThat(get(last, "/ok.html")).endsWith("OK");
      old.setEnabledProtocols(new String[] {"TLSv1.1"});
      assertThatThrownBy(old::startHandshake).isInstanceOf(IOException.class);
      assertThat(clear.get("/ok.html").isClosed() || !clear.rest().contains("HTTP/1.1 200"))
          .isTrue();
    }
  }

  @Test
  void clientsNeedACertificateWhereAnAuthorityIsNamed() throws Exception {
    certify("friend");
    certify("stranger");
    try (TestSite site = site("friend");
        SSLSocket friend = connect(site.port(), "friend");
        SSLSocket stranger = connect(site.port(), "stranger");
        SSLSocket nobody = connect(site.port(), null)) {
      assertThat(get(friend, "/ok.html")).endsWith("OK");
      assertThatThrownBy(() -> get(stranger, "/ok.html")).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> get(nobody, "/ok.html")).isInstanceOf(IOException.class);
    }
  }

  private BigInteger serial(int port) throws Exception {
    try (SSLSocket socket = connect(port, null)) {
      socket.startHandshake();
      return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
    }
  }

  @Test
  void newCertificateCountsWithoutARestartAndABadOneDoesNot() throws Exception {
    try (TestSite site = site(null)) {
      BigInteger first = serial(site.port());
      certify("server");
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptions()
          .until(() -> !serial(site.port()).equals(first));
      BigInteger second = serial(site.port());
      Files.writeString(file("server.key"), "broken");
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () -> {
                assertThat(serial(site.port())).isEqualTo(second);
                assertThat(site.reports).anyMatch(line -> line.contains("go on with the old one"));
              });
    }
  }

  @Test
  void socketWhoseCertificateCannotBeUsedIsNotServedInClear() throws Exception {
    Files.delete(file("server.key"));
    try (TestSite site = site(null)) {
      assertThat(site.web.listeners()).extracting(Listener::isOpen).containsExactly(false);
      assertThat(site.reports)
          .singleElement()
          .asString()
          .contains("[inet_http_server]")
          .contains("server.key does not exist");
    }
  }

  @Test
  void portThatIsOpenToAllIsWarnedOf() throws Exception {
    try (TestSite open = TestSite.on(new Inet("0.0.0.0", 0, List.of()));
        TestSite local = TestSite.onTcp();
        RawClient client = open.client()) {
      assertThat(open.reports)
          .singleElement()
          .asString()
          .contains("everybody who reaches 0.0.0.0:")
          .contains("give [inet_http_server] users");
      assertThat(client.get("/api/v1/daemon").response()).contains("everybody who reaches");
      assertThat(local.reports).isEmpty();
    }
  }
}
