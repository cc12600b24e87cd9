package org.steward.web.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the reference page of the API from its table. */
final class HttpApiReference {
  private static final String INTRODUCTION =
      """
      # HTTP API

      Everything the page does can be done by any client: JSON over HTTP under `/api/v1`, on every
      socket of `[inet_http_server]` and `[unix_http_server]`, behind the same users. XML-RPC stays
      as it is. This page is written from the table the daemon answers from; the same table as an
      OpenAPI 3.1 document is at `/api/v1/openapi.json`.

      ```sh
      curl -u user:secret http://localhost:9001/api/v1/processes
      curl -u user:secret -X POST http://localhost:9001/api/v1/processes/shop/web-0/restart
      curl -u user:secret -N 'http://localhost:9001/api/v1/logs/shop/web-0/stdout?follow=true'
      curl -u user:secret -r -1000 http://localhost:9001/api/v1/logs/shop/web-0/stdout
      curl -u user:secret -N -H 'Last-Event-ID: 3f1c9a52-17' http://localhost:9001/api/v1/events
      curl --unix-socket /run/supervisor.sock -N http://localhost/api/v1/events
      ```

      - **Changes are POSTs**, with no body or one of `application/json`, and are refused where a
        browser says that a page of another site makes them. Each is a line of the activity log.
      - **Roles**: `read` sees, `operate` runs programs, `admin` changes what runs; see `users` in
        the [configuration](configuration.md).
      - **Errors** are `application/problem+json` with the fault of the XML-RPC interface where
        there is one.
      - **Events**: `/events` numbers what happens. A client that comes back with `Last-Event-ID`
        gets what it missed, of the last 4096 events; where that is not possible `hello` says
        `"resumed":false`, and the client asks for all processes again.
      - **Logs** are given byte for byte; `Range: bytes=` takes any part, answered with 206, or 416
        where there are no such bytes. Where a log is followed, `Steward-Log-Offset` says where in
        the file the answer begins.
      - **Compression**: JSON is sent as gzip to clients that take it (`curl --compressed`).
      - **Monitoring**: `/metrics` for Prometheus and OpenMetrics, `/healthz` while the daemon
        works, `/readyz` while no program is starting or failed.

      """;

  private final StringBuilder out = new StringBuilder(INTRODUCTION);
  private final Set<Class<?>> records = new LinkedHashSet<>();

  private HttpApiReference() {}

  static String page(List<Endpoint> endpoints) {
    HttpApiReference reference = new HttpApiReference();
    reference.endpoints(endpoints);
    reference.records.add(ProblemView.class);
    reference.allRecords();
    return reference.out.toString();
  }

  private void endpoints(List<Endpoint> endpoints) {
    String tag = "";
    for (Endpoint endpoint : endpoints) {
      if (!endpoint.tag().equals(tag)) {
        tag = endpoint.tag();
        out.append("## ").append(tag).append("\n\n");
        out.append("| request | role | what it does | body | answer |\n|---|---|---|---|---|\n");
      }
      row(endpoint);
      boolean last =
          endpoint == endpoints.getLast()
              || !endpoints.get(endpoints.indexOf(endpoint) + 1).tag().equals(tag);
      if (last) {
        out.append('\n');
      }
    }
  }

  private void row(Endpoint endpoint) {
    Class<?> takes = endpoint.takes();
    Class<?> gives = endpoint.gives().type();
    StringBuilder summary = new StringBuilder(endpoint.summary());
    for (Endpoint.Parameter parameter : endpoint.parameters()) {
      boolean query = parameter.place().equals("query");
      summary
          .append("<br>`")
          .append(query ? "?" + parameter.name() + "=" : parameter.name() + ":")
          .append("` ")
          .append(parameter.meaning());
    }
    out.append(
        "| `%s %s` | %s | %s | %s | %s |\n"
            .formatted(
                endpoint.method(),
                endpoint.path().text(),
                endpoint.role().label(),
                summary,
                takes == null ? "" : link(takes),
                gives == null
                    ? "`" + endpoint.gives().contentType() + "`"
                    : gives == Object.class
                        ? "the document"
                        : (endpoint.gives().many() ? "list of " : "") + link(gives)));
  }

  private String link(Class<?> record) {
    records.add(record);
    String name = Schemas.name(record);
    return "[" + name + "](#" + name.toLowerCase(java.util.Locale.ROOT) + ")";
  }

  private void allRecords() {
    out.append("## Objects\n\n");
    Map<String, Class<?>> done = new TreeMap<>();
    while (!records.isEmpty()) {
      Class<?> next = records.iterator().next();
      records.remove(next);
      if (done.put(Schemas.name(next), next) == null) {
        for (RecordComponent component : next.getRecordComponents()) {
          type(component.getGenericType());
        }
      }
    }
    done.values().forEach(this::object);
  }

  private void object(Class<?> record) {
    out.append("### ").append(Schemas.name(record)).append("\n\n");
    out.append(record.getAnnotation(Doc.class).value()).append("\n\n");
    out.append("| member | type | meaning |\n|---|---|---|\n");
    for (RecordComponent component : record.getRecordComponents()) {
      Doc doc = component.getAnnotation(Doc.class);
      out.append(
          "| `%s` | %s | %s%s |\n"
              .formatted(
                  component.getName(),
                  type(component.getGenericType()),
                  doc.value(),
                  doc.optional() ? " Optional." : ""));
    }
    out.append('\n');
  }

  private String type(Type type) {
    return switch (type) {
      case Class<?> raw when raw.isRecord() -> link(raw);
      case Class<?> raw -> String.valueOf(new Schemas().of(raw).get("type"));
      case ParameterizedType list when list.getRawType() == List.class ->
          "list of " + type(list.getActualTypeArguments()[0]);
      case ParameterizedType map -> "object of " + type(map.getActualTypeArguments()[1]) + "s";
      default -> throw new IllegalArgumentException(type.toString());
    };
  }
}
