package __package__;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.http.PageLink;

/**
 * The page {@code /__name__}, behind the login of the daemon's own pages and with a link on them. The
 * daemon's Content-Security-Policy holds unless the servlet sets another: no script, style from
 * files only.
 */
@Component(
    service = Servlet.class,
    property = {"osgi.http.whiteboard.servlet.pattern=/__name__", PageLink.TITLE + "=Exits"})
public final class ExitsPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Exits exits;

  @Activate
  public ExitsPage(@Reference Exits exits) {
    this.exits = exits;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html;charset=utf-8");
    PrintWriter out = response.getWriter();
    out.println("<!doctype html><html lang=\"en\"><title>Exits</title><h1>Exits</h1><table>");
    exits
        .counts()
        .forEach((name, count) -> out.printf("<tr><td>%s<td>%d%n", escaped(name), count));
    out.println("</table>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
