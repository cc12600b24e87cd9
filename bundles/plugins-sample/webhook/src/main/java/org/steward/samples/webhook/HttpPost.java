package org.steward.samples.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts payloads over HTTP. To be closed, which ends a request that is under way. */
final class HttpPost implements Delivery.Receiver, AutoCloseable {
  private static final String SIGNATURE = "X-Steward-Signature";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Settings settings;

  HttpPost(Settings settings) {
    this.settings = settings;
  }

  @Override
  public int post(String payload) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.url())
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .header("User-Agent", "steward-webhook")
            .POST(BodyPublishers.ofString(payload));
    if (!settings.header().isEmpty()) {
      String[] header = settings.header().split(":", 2);
      request.header(header[0], header[1].strip());
    }
    if (!settings.secret().isEmpty()) {
      request.header(SIGNATURE, "sha256=" + signature(payload, settings.secret()));
    }
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  /** The HMAC by which a receiver that knows the secret tells that the payload is ours. */
  static String signature(String payload, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
