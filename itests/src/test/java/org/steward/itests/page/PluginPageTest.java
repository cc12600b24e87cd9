package org.steward.itests.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Hashtable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.ops4j.pax.tinybundles.TinyBundles;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.steward.api.http.PageLink;
import org.steward.itests.harness.Sandbox;

/** A plugin's page comes into the navigation while the daemon runs, and goes again. */
@ResourceLock("browser")
class PluginPageTest {
  @RegisterExtension final Sandbox sandbox = new Sandbox();
  @RegisterExtension static final Browser BROWSER = new Browser();

  /** A plugin with a page. */
  public static final class Visitor implements BundleActivator {
    @Override
    public void start(BundleContext context) {
      Hashtable<String, Object> properties = new Hashtable<>();
      properties.put("osgi.http.whiteboard.servlet.pattern", "/visitor/*");
      properties.put(PageLink.TITLE, "Visitor");
      properties.put(PageLink.PATH, "/visitor/");
      context.registerService(Servlet.class, new VisitorServlet(), properties);
    }

    @Override
    public void stop(BundleContext context) {
      // The framework takes the service back.
    }
  }

  /** Its page, dressed like those of the daemon. */
  public static final class VisitorServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/html;charset=utf-8");
      response
          .getWriter()
          .write(
              "<!DOCTYPE html><html lang=en><title>Visitor</title>"
                  + "<link rel=stylesheet href=../ui/base.css><h1>Good day</h1>");
    }
  }

  private void install() throws IOException {
    Path complete = sandbox.directory().resolve("visitor.jar.part");
    try (InputStream bundle =
        TinyBundles.bundle()
            .addClass(Visitor.class)
            .addClass(VisitorServlet.class)
            .setHeader("Bundle-SymbolicName", "visitor")
            .setHeader("Bundle-ManifestVersion", "2")
            .setHeader("Bundle-Version", "1.2.3")
            .setHeader("Bundle-Activator", Visitor.class.getName())
            .setHeader(
                "Import-Package",
                "org.osgi.framework,org.steward.api.http,jakarta.servlet,jakarta.servlet.http")
            .build(TinyBundles.rawBuilder())) {
      Files.copy(bundle, complete);
    }
    Files.move(complete, plugin(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path plugin() {
    return sandbox.directory().resolve("plugins/visitor.jar");
  }

  @Test
  void pageOfAPluginIsInTheNavigationForAsLongAsThePluginIsThere() throws IOException {
    Files.createDirectory(plugin().getParent());
    Site site = Site.of(sandbox, "[program:sleeper]\ncommand=sleep 1000\n");
    site.daemon().startedBy(c -> c.with("STEWARD_PLUGINS", plugin().getParent().toString()));
    site.start();
    BROWSER.open(site.page("#/daemon")).awaitText(".live", "live").awaitCount("nav .tab", 4);
    install();
    BROWSER.awaitCount("nav .tab", 5).awaitText(".plugins", "visitor");
    BROWSER.click("nav .tab:last-of-type").awaitText("nav [aria-current]", "Visitor");
    BROWSER.frame("iframe.plugin").awaitText("h1", "Good day");
    BROWSER.awaitTrue("getComputedStyle(document.body).fontFamily.includes('system-ui')");
    BROWSER.awaitTrue("['light', 'dark'].includes(document.documentElement.dataset.theme)");
    BROWSER.frame(null).screenshot("plugin");
    Files.delete(plugin());
    BROWSER.awaitCount("nav .tab", 4).awaitText("#main", "No plugin offers this page");
    assertThat(BROWSER.complaints()).isEmpty();
  }
}
