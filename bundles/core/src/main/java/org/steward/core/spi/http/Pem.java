package org.steward.core.spi.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and keys from PEM files (RFC 7468). */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final long LARGEST = 1024 * 1024;
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  /** The algorithm of a key that is not wrapped: RSA, and elliptic curves without the curve. */
  private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");

  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private Pem() {}

  /** The certificates of a file, in order; one at least. */
  static List<X509Certificate> certificates(Path file) throws TlsException {
    List<X509Certificate> found = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      Matcher block = BLOCK.matcher(read(file));
      while (block.find()) {
        if (block.group(1).equals("CERTIFICATE")) {
          found.add(
              (X509Certificate)
                  factory.generateCertificate(
                      new java.io.ByteArrayInputStream(decode(file, block.group(2)))));
        }
      }
    } catch (CertificateException e) {
      throw new TlsException(file, "has a certificate that cannot be read: " + e.getMessage());
    }
    if (found.isEmpty()) {
      throw new TlsException(file, "has no certificate: expected PEM, BEGIN CERTIFICATE");
    }
    return found;
  }

  /** The first private key of a file. */
  static PrivateKey privateKey(Path file) throws TlsException {
    Matcher block = BLOCK.matcher(read(file));
    while (block.find()) {
      String content = block.group(2);
      switch (block.group(1)) {
        case "PRIVATE KEY" -> {
          return key(file, decode(file, content));
        }
        case "RSA PRIVATE KEY" -> {
          return key(file, wrapped(RSA, plain(file, content)));
        }
        case "EC PRIVATE KEY" -> {
          byte[] secret = plain(file, content);
          return key(file, wrapped(join(EC, curve(file, secret)), secret));
        }
        case "ENCRYPTED PRIVATE KEY" -> throw encrypted(file);
        default -> {
          // Certificates and parameters may be there too.
        }
      }
    }
    throw new TlsException(file, "has no private key: expected PEM, BEGIN PRIVATE KEY");
  }

  private static PrivateKey key(Path file, byte[] pkcs8) throws TlsException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException another) {
        continue; // the encoding names its algorithm, which only the right factory takes
      }
    }
    throw new TlsException(
        file, "has a private key of no known kind: expected one of " + ALGORITHMS);
  }

  /** The content of an old kind of block, which may say in headers that it is encrypted. */
  private static byte[] plain(Path file, String content) throws TlsException {
    if (content.contains("ENCRYPTED")) {
      throw encrypted(file);
    }
    return decode(file, content);
  }

  private static TlsException encrypted(Path file) {
    return new TlsException(
        file,
        "has an encrypted private key, and nobody is there to type a password: decrypt it with"
            + " \"openssl pkey -in KEY -out PLAIN\" and keep that file readable by the daemon only");
  }

  private static byte[] decode(Path file, String content) throws TlsException {
    try {
      return Base64.getMimeDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      throw new TlsException(file, "has a block that is not base64");
    }
  }

  private static String read(Path file) throws TlsException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new TlsException(file, "is larger than any PEM file");
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (TlsException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new TlsException(file, "does not exist");
    } catch (IOException e) {
      throw new TlsException(file, "cannot be read: " + e.getMessage());
    }
  }

  /** PKCS #8 around a key of before: a sequence of version 0, its algorithm, and the key. */
  private static byte[] wrapped(byte[] algorithm, byte[] secret) {
    byte[] version = {2, 1, 0};
    return der(0x30, join(version, der(0x30, algorithm), der(0x04, secret)));
  }

  /** The name of the curve, which an EC key has in its part 0. */
  private static byte[] curve(Path file, byte[] secret) throws TlsException {
    for (int i = 0; i + 3 < secret.length; i++) {
      boolean part = secret[i] == (byte) 0xA0 && secret[i + 2] == 6;
      if (part && secret[i + 1] == secret[i + 3] + 2 && i + 2 + secret[i + 1] <= secret.length) {
        return java.util.Arrays.copyOfRange(secret, i + 2, i + 2 + secret[i + 1]);
      }
    }
    throw new TlsException(file, "has a private key without the name of its curve");
  }

  private static byte[] der(int tag, byte[] content) {
    int length = content.length;
    byte[] head =
        length < 128
            ? new byte[] {(byte) tag, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return join(head, content);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
