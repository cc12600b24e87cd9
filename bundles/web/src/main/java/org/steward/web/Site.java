package org.steward.web;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Supervisor;
import org.steward.api.rpc.RpcEndpoint;
import org.steward.web.http.Gate;
import org.steward.web.http.Routes;
import org.steward.web.page.Pages;
import org.steward.web.rpc.RpcRoute;
import org.steward.web.tail.LogTail;

/** Which address is answered by what. */
final class Site {
  private Site() {}

  /**
   * Everything that is served.
   *
   * @param rpc the endpoint of XML-RPC, null while there is none
   * @param plugins asked for every address not served here
   * @param clock tells the time of day
   */
  static Handler handler(
      Supervisor supervisor,
      Supplier<@Nullable RpcEndpoint> rpc,
      Request.Handler plugins,
      InstantSource clock) {
    LogTail logs = new LogTail(supervisor);
    Routes.Builder routes =
        Routes.builder()
            .tree("/RPC2", new RpcRoute(rpc))
            .tree("/logtail", logs.processes())
            .tree("/mainlogtail", logs.daemon());
    Pages.addTo(routes, supervisor, clock);
    return new Gate(routes.build(), plugins);
  }
}
