package org.steward.web.api;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.steward.api.control.Supervisor;
import org.steward.core.spi.security.AuditTrail;
import org.steward.web.api.Endpoint.Gives;
import org.steward.web.http.Route;
import org.steward.web.live.RecentEvents;
import org.steward.web.live.UsageSampler;

/** The API's table. */
public final class Api {
  private Api() {}

  /**
   * What the API needs.
   *
   * @param plugins what is known of plugins
   * @param warnings what the operator should know, each in words
   * @param clock tells the time of day
   */
  public record Parts(
      Supervisor supervisor,
      RecentEvents events,
      UsageSampler usage,
      PluginPort plugins,
      Supplier<List<String>> warnings,
      AuditTrail audit,
      InstantSource clock) {}

  /** Answers everything below {@code /api}. */
  public static Route route(Parts parts) {
    return new ApiRoute(endpoints(parts), parts.audit());
  }

  static List<Endpoint> endpoints(Parts parts) {
    Supervisor supervisor = parts.supervisor();
    List<Endpoint> all = new ArrayList<>();
    Supplier<Now> now = () -> Now.of(parts.clock(), parts.events());
    all.addAll(new ProcessEndpoints(supervisor, now).endpoints());
    all.addAll(new GroupEndpoints(supervisor, now).endpoints());
    all.addAll(new ConfigEndpoints(supervisor).endpoints());
    all.addAll(new LogEndpoints(supervisor).endpoints());
    all.addAll(
        new EventEndpoints(
                new EventStream.Parts(
                    supervisor, parts.events(), parts.usage(), parts.plugins(), parts.clock()))
            .endpoints());
    all.addAll(new DaemonEndpoints(parts).endpoints());
    all.add(
        Endpoint.get("Plugins", "/plugins", "Tells of the plugins and the pages they offer.")
            .reads(Gives.one(PluginsView.class), call -> PluginsView.of(parts.plugins())));
    all.add(
        Endpoint.get("Description", "/openapi.json", "Describes this API, as OpenAPI 3.1.")
            .reads(
                Gives.one(Object.class),
                call -> OpenApi.of(List.copyOf(all), supervisor.version())));
    return all;
  }
}
