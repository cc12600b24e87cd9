package org.steward.web;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.steward.web.http.HardHeaders;
import org.steward.web.server.Report;

/**
 * Hands requests to the plugins' pages, which come and go while the server runs. Changed by the
 * threads that bring and take services, one at a time; asked by Jetty's.
 */
final class PluginGateway implements Request.Handler {
  /** Most requests that may be inside the pages of one plugin at a time. */
  private static final int MOST_INSIDE = 64;

  private static final String TOO_MANY_INSIDE =
      "This page has " + MOST_INSIDE + " requests to answer already.";

  private final Report report;
  private final Turnstile turnstile = new Turnstile(MOST_INSIDE);
  private @Nullable Server server;
  private @Nullable PluginPages pages;
  private volatile @Nullable Handler current;

  PluginGateway(Report report) {
    this.report = report;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Handler handler = current;
    if (handler == null) {
      return false;
    }
    Runnable leave = turnstile.enter(Request.getPathInContext(request));
    if (leave == null) {
      Response.writeError(
          request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, TOO_MANY_INSIDE);
      return true;
    }
    HardHeaders.allowOwnFrames(response.getHeaders());
    boolean handled = false;
    try {
      handled = handler.handle(request, response, Callback.from(callback, leave));
    } finally {
      if (!handled) {
        leave.run();
      }
    }
    return handled;
  }

  /** The server runs. */
  synchronized void serverStarted(Server started) {
    server = started;
    show();
  }

  /** The server is about to stop. */
  synchronized void serverStopping() {
    hide();
    server = null;
  }

  /** There are pages. */
  synchronized void add(PluginPages added) {
    pages = added;
    show();
  }

  /** The pages are gone. */
  synchronized void remove(PluginPages removed) {
    if (pages == removed) {
      hide();
      pages = null;
    }
  }

  private void show() {
    PluginPages shown = pages;
    if (server == null || shown == null) {
      return;
    }
    hide();
    Handler handler = shown.newHandler();
    handler.setServer(server);
    try {
      handler.start();
      current = handler;
    } catch (Exception e) { // what Jetty declares
      report.error("cannot serve the pages of plugins: " + e);
    }
  }

  private void hide() {
    Handler handler = current;
    current = null;
    if (handler == null) {
      return;
    }
    try {
      handler.stop();
    } catch (Exception e) { // what Jetty declares
      report.warn("the pages of plugins did not stop cleanly: " + e);
    }
  }
}
