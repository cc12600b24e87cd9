package org.steward.web.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.Role;
import org.steward.core.spi.security.AuditTrail.Actor;

/**
 * One request with the means to answer it. Belongs to whoever handles the request at the moment;
 * exactly one of the answering methods is to be called, once, on any thread.
 *
 * @param request Jetty's request
 * @param response Jetty's response
 * @param callback completes the exchange
 * @param path the decoded path, with one slash at its beginning
 * @param visitor who sends it
 */
public record Exchange(
    Request request, Response response, Callback callback, String path, Visitor visitor) {

  /** What reverse proxies and browsers must not keep. */
  static final String NO_STORE = "no-store, no-cache";

  private static final int LARGE = 64 * 1024;

  /** Less fits into one packet anyhow. */
  private static final int WORTH_PACKING = 1400;

  /** The authenticated user, {@link Visitor#ANYBODY} where none was asked for. */
  public String user() {
    return visitor.user();
  }

  /** What the user may do. */
  public Role role() {
    return visitor.role();
  }

  /** Whether the method is the given one. */
  public boolean isMethod(String method) {
    return method.equals(request.getMethod());
  }

  /** Whether the method is GET or HEAD. */
  public boolean isRead() {
    return isMethod("GET") || isMethod("HEAD");
  }

  /** Where the request comes from: an IP address, or {@code unix}. */
  public String remoteAddress() {
    return Address.text(request);
  }

  /**
   * Who asks, for the audit trail.
   *
   * @param way by what: {@code api}, {@code page}
   */
  public Actor actor(String way) {
    return new Actor(user(), remoteAddress(), way);
  }

  /** Why the user may not do what takes a role, null if he may. */
  public @Nullable String refusal(Role needed) {
    return role().includes(needed)
        ? null
        : "This takes the role %s; yours is %s.".formatted(needed.label(), role().label());
  }

  /** Answers with a whole body that is not to be cached. */
  public void reply(int status, String contentType, byte[] body) {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, NO_STORE);
    send(status, contentType, body);
  }

  /** The same, packed where the body is long and the client takes it so. */
  public void replyPacked(int status, String contentType, byte[] body) {
    response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
    if (body.length < WORTH_PACKING || !Gzip.isTaken(request.getHeaders())) {
      reply(status, contentType, body);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    reply(status, contentType, Gzip.quickly(body));
  }

  /** Answers with a whole body; the caller has set the headers about caching. */
  public void send(int status, String contentType, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), body.length > LARGE ? watched() : callback);
  }

  /** The callback of an answer that may not fit into the socket's buffers: silence ends it. */
  public Callback watched() {
    Patience.expectProgress(request);
    return Callback.from(() -> Patience.expectNothing(request), callback);
  }

  /** Answers with the error page of a status. */
  public void refuse(int status) {
    ErrorPage.write(response, callback, status, "");
  }

  /**
   * Answers with the error page of a status.
   *
   * @param explanation what the user can do about it
   */
  public void refuse(int status, String explanation) {
    ErrorPage.write(response, callback, status, explanation);
  }
}
