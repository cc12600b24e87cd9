package org.steward.samples.plot;

import com.google.gson.Gson;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.http.PageLink;

/** {@code /plot/}: the page, its files, and the samples as JSON at {@code /plot/data}. */
@Component(
    service = Servlet.class,
    property = {"osgi.http.whiteboard.servlet.pattern=/plot/*", PageLink.TITLE + "=Plot"})
public final class PlotPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Only what this server sends is run, styled with or talked to. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  /** Each file that is served, and its type: no other name is looked for. */
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html;charset=utf-8",
          "plot.css", "text/css;charset=utf-8",
          "plot.js", "text/javascript;charset=utf-8",
          "uplot/uPlot.min.css", "text/css;charset=utf-8",
          "uplot/uPlot.iife.min.js", "text/javascript;charset=utf-8");

  private final transient Plot plot;
  private final transient Gson gson = new Gson();

  /** Called by Declarative Services. */
  @Activate
  public PlotPage(@Reference Plot plot) {
    this.plot = plot;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    response.setHeader("Content-Security-Policy", POLICY);
    if (path == null) {
      response.sendRedirect("plot/");
    } else if (path.equals("/data")) {
      data(request, response);
    } else {
      file(path.equals("/") ? "index.html" : path.substring(1), response);
    }
  }

  private void data(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String since = request.getParameter("since");
    if (since != null && !since.matches("\\d{1,18}")) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, "expected since=SECONDS");
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    byte[] json =
        gson.toJson(plot.history().since(since == null ? 0 : Long.parseLong(since)))
            .getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.getOutputStream().write(json);
  }

  private static void file(String name, HttpServletResponse response) throws IOException {
    String type = TYPES.get(name);
    try (InputStream file = type == null ? null : PlotPage.class.getResourceAsStream(name)) {
      if (file == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      response.setHeader("Cache-Control", "private, max-age=60");
      response.setContentType(type);
      file.transferTo(response.getOutputStream());
    }
  }
}
