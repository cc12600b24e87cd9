package org.steward.core.spi.http;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files a socket speaks TLS with, all in PEM. Safe on any thread; each reading takes the files
 * as they are then.
 *
 * @param certificates the socket's certificate, then those that lead to a known authority
 * @param key the private key, which must not be encrypted
 * @param clientAuthorities authorities one of which must have signed a client's certificate, null
 *     where clients need none
 */
public record TlsFiles(Path certificates, Path key, @Nullable Path clientAuthorities) {
  /** What the key of {@link #identity()} is protected with, which nobody else ever sees. */
  public static final String STORE_PASSWORD = "in memory only";

  private static final byte[] PROBE = {1, 2, 3};

  /**
   * The certificate and its key, as one entry.
   *
   * @throws TlsException if a file cannot be read, or they do not belong together
   */
  public KeyStore identity() throws TlsException {
    List<X509Certificate> chain = Pem.certificates(certificates);
    PrivateKey secret = Pem.privateKey(key);
    try {
      if (!belongsTo(chain.getFirst(), secret)) {
        throw new TlsException(
            key, "it is not the key of the first certificate in " + certificates);
      }
      KeyStore store = empty();
      store.setKeyEntry(
          "server", secret, STORE_PASSWORD.toCharArray(), chain.toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException e) {
      throw new TlsException(key, "cannot be used: " + e.getMessage());
    }
  }

  /**
   * The authorities for the certificates of clients, null where clients need none.
   *
   * @throws TlsException if the file cannot be read
   */
  public @Nullable KeyStore authorities() throws TlsException {
    Path file = clientAuthorities;
    if (file == null) {
      return null;
    }
    try {
      KeyStore store = empty();
      for (X509Certificate authority : Pem.certificates(file)) {
        store.setCertificateEntry("authority " + store.size(), authority);
      }
      return store;
    } catch (GeneralSecurityException e) {
      throw new TlsException(file, "cannot be used: " + e.getMessage());
    }
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (java.io.IOException e) {
      throw new IllegalStateException("nothing is read", e);
    }
  }

  /** Whether what the key signs is found right by the certificate. */
  private static boolean belongsTo(X509Certificate certificate, PrivateKey key)
      throws GeneralSecurityException {
    if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
      return false;
    }
    Signature signature =
        Signature.getInstance(
            switch (key.getAlgorithm()) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> "SHA256withECDSA";
              default -> key.getAlgorithm();
            });
    signature.initSign(key);
    signature.update(PROBE);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(PROBE);
    return signature.verify(signed);
  }
}
