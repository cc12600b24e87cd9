package org.steward.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * The body of every answer that is an error: a few lines of HTML, for the API of JSON, that name
 * the status and nothing of the server's insides. Clients go by the status; people read the page.
 */
public final class ErrorPage implements Request.Handler {
  private static final String PROBLEM = "application/problem+json";
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><title>%1$d %2$s</title></head>
      <body>
      <h1>%1$d %2$s</h1>
      <p>%3$s</p>
      </body>
      </html>
      """;

  /** Answers what Jetty refuses by itself, such as a request it cannot parse. */
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    int status = cause instanceof HttpException known ? known.getCode() : response.getStatus();
    HardHeaders.put(response.getHeaders());
    write(response, callback, status, "");
    return true;
  }

  private static String page(int status, String explanation) {
    return PAGE.formatted(status, HttpStatus.getMessage(status), Html.escape(explanation));
  }

  /** Clients of the API are told all problems in one way, also those found before it is asked. */
  private static boolean isOfApi(Request request) {
    String path = request.getHttpURI().getCanonicalPath();
    return path != null && (path.equals("/api") || path.startsWith("/api/"));
  }

  /** As by RFC 9457. The explanations are sentences of ours, without a need for escapes. */
  private static String problem(int status, String explanation) {
    String title = HttpStatus.getMessage(status);
    String detail = explanation.isEmpty() ? title + "." : explanation;
    return "{\"status\":%d,\"title\":\"%s\",\"detail\":\"%s\"}"
        .formatted(status, title, detail.replace("\\", "").replace("\"", "'"));
  }

  /** Writes the page of a status and completes the exchange. */
  static void write(Response response, Callback callback, int status, String explanation) {
    boolean api = isOfApi(response.getRequest());
    byte[] body = (api ? problem(status, explanation) : page(status, explanation)).getBytes(UTF_8);
    response.setStatus(status);
    response
        .getHeaders()
        .put(HttpHeader.CACHE_CONTROL, Exchange.NO_STORE)
        .put(HttpHeader.CONTENT_TYPE, api ? PROBLEM : "text/html;charset=utf-8")
        .put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
