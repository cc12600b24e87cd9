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
 * The body of every answer that is an error: a few lines of HTML that name the status and nothing
 * of the server's insides. Clients go by the status; people read the page.
 */
public final class ErrorPage implements Request.Handler {
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

  /** Writes the page of a status and completes the exchange. */
  static void write(Response response, Callback callback, int status, String explanation) {
    byte[] body =
        PAGE.formatted(status, HttpStatus.getMessage(status), Html.escape(explanation))
            .getBytes(UTF_8);
    response.setStatus(status);
    response
        .getHeaders()
        .put(HttpHeader.CACHE_CONTROL, Exchange.NO_STORE)
        .put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8")
        .put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
