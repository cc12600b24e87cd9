package org.steward.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;

/** A client of the JSON API, and what the supervisor may answer it. */
final class ApiClient implements Closeable {
  final RawClient raw;

  ApiClient(TestSite site) {
    raw = site.client();
  }

  record Answer(int status, JsonElement body) {
    JsonObject object() {
      return body.getAsJsonObject();
    }

    JsonArray list() {
      return body.getAsJsonArray();
    }

    String text(String member) {
      return object().get(member).getAsString();
    }
  }

  Answer get(String path) throws IOException {
    return parse(raw.get("/api/v1" + path).response());
  }

  Answer post(String path, String body, String... headers) throws IOException {
    StringBuilder request = new StringBuilder("POST /api/v1" + path + " HTTP/1.1\r\nHost: x\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      request.append("Content-Type: application/json\r\n");
    }
    request.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    return parse(raw.send(request.toString()).response());
  }

  static Answer parse(String response) {
    int status = Integer.parseInt(response.substring(9, 12));
    String body = response.substring(response.indexOf("\r\n\r\n") + 4);
    return new Answer(status, JsonParser.parseString(body));
  }

  /** What a supervisor answers that does not do it. */
  static CompletableFuture<Void> refusal(Fault fault) {
    return CompletableFuture.failedFuture(new SupervisorFault(fault, "why"));
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
