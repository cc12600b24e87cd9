package org.steward.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.EventListener;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.steward.api.http.Role;
import org.steward.api.http.WebUser;
import org.steward.web.http.ErrorPage;

/**
 * The OSGi Servlet Whiteboard: Felix's dispatcher, which knows the servlets of all bundles, as the
 * one servlet of a servlet container.
 *
 * <p>Comes to life with the first servlet or resource of a bundle. Until then no class of the
 * servlet container is loaded.
 */
@Component(service = PluginPages.class)
public final class ServletPages implements PluginPages {
  private static final String DISPATCHER = "(http.felix.dispatcher=*)";
  private static final String SERVED =
      "(|(osgi.http.whiteboard.servlet.pattern=*)(osgi.http.whiteboard.resource.pattern=*))";
  private static final String SESSION_COOKIE = "STEWARDSESSION";

  private final HttpServlet dispatcher;
  private final EventListener events;

  /**
   * @param dispatcher hands each request to the servlet it is for
   * @param events wants to know of sessions
   */
  @Activate
  public ServletPages(
      @Reference(target = DISPATCHER) HttpServlet dispatcher,
      @Reference(target = DISPATCHER) EventListener events) {
    this.dispatcher = dispatcher;
    this.events = events;
  }

  /** One more to be served: that there is one is all that matters here. */
  @Reference(
      service = AnyService.class,
      target = SERVED,
      cardinality = ReferenceCardinality.AT_LEAST_ONE,
      policy = ReferencePolicy.DYNAMIC)
  void bindServed(ServiceReference<?> served) {}

  /** One less to be served. */
  void unbindServed(ServiceReference<?> served) {}

  @Override
  public Handler newHandler() {
    ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    context.getSessionHandler().setSessionCookie(SESSION_COOKIE);
    context.getSessionHandler().setHttpOnly(true);
    context.setErrorHandler(new ErrorPage());
    context.addEventListener(events);
    ServletHolder holder = new ServletHolder(dispatcher);
    holder.setAsyncSupported(true);
    context.addServlet(holder, "/*");
    FilterHolder roles = new FilterHolder(ServletPages::withRoles);
    roles.setAsyncSupported(true);
    context.addFilter(roles, "/*", EnumSet.allOf(DispatcherType.class));
    return context;
  }

  private static void withRoles(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new RequestWithRoles((HttpServletRequest) request), response);
  }

  /** A request that knows the roles of the user. */
  private static final class RequestWithRoles extends HttpServletRequestWrapper {
    RequestWithRoles(HttpServletRequest request) {
      super(request);
    }

    @Override
    public boolean isUserInRole(String label) {
      return getAttribute(WebUser.ROLE) instanceof Role role
          && Arrays.stream(Role.values())
              .anyMatch(asked -> asked.label().equals(label) && role.includes(asked));
    }
  }
}
