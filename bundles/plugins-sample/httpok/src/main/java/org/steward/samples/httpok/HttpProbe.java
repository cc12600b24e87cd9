package org.steward.samples.httpok;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks by HTTP, each time over a connection of its own, as a new client would. */
final class HttpProbe implements Probe {
  private static final long LARGEST_BODY = 4 << 20;

  private final Settings settings;

  HttpProbe(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Answer ask() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(settings.url()).header("User-Agent", "httpok").build();
      HttpResponse<String> response = inTime(client.sendAsync(request, body()));
      return new Answer(response.statusCode(), response.body());
    } finally {
      client.shutdownNow();
    }
  }

  private BodyHandler<String> body() {
    return settings.body().isEmpty()
        ? BodyHandlers.replacing("")
        : BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_BODY);
  }

  private <T> T inTime(CompletableFuture<T> answer) throws IOException, InterruptedException {
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer within " + settings.timeout().toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }
}
