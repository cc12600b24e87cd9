package org.steward.core.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as openssl writes them. */
class TlsFilesTest {
  @TempDir Path directory;

  private Path file(String name) {
    return directory.resolve(name);
  }

  private void openssl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(file("openssl.out").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(file("openssl.out"))).isZero();
  }

  private void certify(String... newKey) throws Exception {
    List<String> command = new ArrayList<>(List.of("req", "-x509", "-nodes", "-days", "2"));
    command.addAll(List.of("-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "cert.pem"));
    command.add("-newkey");
    command.addAll(List.of(newKey));
    openssl(command.toArray(String[]::new));
  }

  private TlsFiles files(String key) {
    return new TlsFiles(file("cert.pem"), file(key), null);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa:2048,, RSA",
    "ec, ec_paramgen_curve:prime256v1, EC",
    "ec, ec_paramgen_curve:secp384r1, EC",
    "ed25519,, EdDSA",
  })
  void keysOfAllKindsAreRead(String kind, String parameter, String algorithm) throws Exception {
    if (parameter == null) {
      certify(kind);
    } else {
      certify(kind, "-pkeyopt", parameter);
    }
    assertThat(files("key.pem").identity().getKey("server", TlsFiles.STORE_PASSWORD.toCharArray()))
        .extracting(java.security.Key::getAlgorithm)
        .isEqualTo(algorithm);
  }

  @ParameterizedTest
  @CsvSource({"rsa:2048, RSA", "ec, EC"})
  void keysInTheirOldFormsAreRead(String kind, String algorithm) throws Exception {
    if (kind.equals("ec")) {
      certify(kind, "-pkeyopt", "ec_paramgen_curve:prime256v1");
    } else {
      certify(kind);
    }
    openssl("pkey", "-traditional", "-in", "key.pem", "-out", "old.pem");
    assertThat(Files.readString(file("old.pem"))).contains("BEGIN " + algorithm + " PRIVATE KEY");
    assertThat(files("old.pem").identity().size()).isEqualTo(1);
  }

  @Test
  void certificateAndKeyMayBeInOneFile() throws Exception {
    certify("rsa:2048");
    String certificate = Files.readString(file("cert.pem"));
    String all = "Some words\n" + certificate + Files.readString(file("key.pem"));
    Files.writeString(file("all.pem"), all);
    TlsFiles files = new TlsFiles(file("all.pem"), file("all.pem"), file("cert.pem"));
    assertThat(files.identity().getCertificateChain("server")).hasSize(1);
    assertThat(files.authorities()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8 -topk8 -v2 aes256", "rsa -traditional -aes256"})
  void encryptedKeysAreRefusedWithWhatToDo(String conversion) throws Exception {
    certify("rsa:2048");
    openssl((conversion + " -in key.pem -out locked.pem -passout pass:secret").split(" "));
    assertThatThrownBy(() -> files("locked.pem").identity())
        .isInstanceOf(TlsException.class)
        .hasMessageContaining("encrypted private key")
        .hasMessageContaining("openssl pkey -in KEY -out PLAIN");
  }

  @Test
  void whatCannotBeUsedIsNamed() throws Exception {
    certify("rsa:2048");
    Files.copy(file("key.pem"), file("other.pem"));
    certify("rsa:2048");
    Files.writeString(file("empty.pem"), "");
    Files.writeString(
        file("bad.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
    assertThatThrownBy(() -> files("other.pem").identity())
        .hasMessageContaining("not the key of the first certificate");
    assertThatThrownBy(() -> files("none.pem").identity()).hasMessageContaining("does not exist");
    assertThatThrownBy(() -> files("empty.pem").identity()).hasMessageContaining("no private key");
    assertThatThrownBy(() -> files("bad.pem").identity()).hasMessageContaining("no known kind");
    assertThatThrownBy(() -> new TlsFiles(file("key.pem"), file("key.pem"), null).identity())
        .hasMessageContaining("no certificate");
  }
}
