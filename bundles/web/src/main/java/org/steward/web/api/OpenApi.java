package org.steward.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.steward.web.api.Endpoint.Gives;

/** Writes the API's table as an OpenAPI 3.1 document. */
final class OpenApi {
  private final Schemas schemas = new Schemas();

  private OpenApi() {}

  /** The document as an object to be written as JSON. */
  static Map<String, Object> of(List<Endpoint> endpoints, String version) {
    return new OpenApi().document(endpoints, version);
  }

  private Map<String, Object> document(List<Endpoint> endpoints, String version) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Endpoint endpoint : endpoints) {
      paths
          .computeIfAbsent(endpoint.path().text(), path -> new LinkedHashMap<>())
          .put(endpoint.method().toLowerCase(java.util.Locale.ROOT), operation(endpoint));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Steward", "version", version));
    document.put("servers", List.of(Map.of("url", ApiRoute.BASE)));
    document.put("security", List.of(Map.of("basic", List.of())));
    document.put("paths", paths);
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas.collected());
    components.put("securitySchemes", Map.of("basic", Map.of("type", "http", "scheme", "basic")));
    document.put("components", components);
    return document;
  }

  private Map<String, Object> operation(Endpoint endpoint) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", operationId(endpoint));
    operation.put("tags", List.of(endpoint.tag()));
    operation.put("summary", endpoint.summary());
    operation.put("x-role", endpoint.role().label());
    List<Object> parameters = parameters(endpoint);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    Class<?> takes = endpoint.takes();
    if (takes != null) {
      operation.put(
          "requestBody",
          Map.of("content", Map.of(Gives.JSON, Map.of("schema", schemas.of(takes)))));
    }
    operation.put("responses", responses(endpoint));
    return operation;
  }

  private static String operationId(Endpoint endpoint) {
    StringBuilder id = new StringBuilder(endpoint.method().equals("GET") ? "get" : "do");
    for (String word : endpoint.path().text().replaceAll("[{}]", "").split("[/.-]")) {
      if (!word.isEmpty()) {
        id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return id.toString();
  }

  private static List<Object> parameters(Endpoint endpoint) {
    List<Object> parameters = new ArrayList<>();
    for (String name : endpoint.path().names()) {
      Map<String, String> text = Map.of("type", "string");
      parameters.add(Map.of("name", name, "in", "path", "required", true, "schema", text));
    }
    for (Endpoint.Parameter each : endpoint.parameters()) {
      Map<String, Object> parameter = new LinkedHashMap<>();
      parameter.put("name", each.name());
      parameter.put("in", each.place());
      parameter.put("description", each.meaning());
      parameter.put("schema", Map.of("type", each.type()));
      parameters.add(parameter);
    }
    return parameters;
  }

  private Map<String, Object> responses(Endpoint endpoint) {
    Gives gives = endpoint.gives();
    Map<String, Object> content = new LinkedHashMap<>();
    Class<?> type = gives.type();
    if (type == null) {
      content.put(gives.contentType(), Map.of("schema", Map.of("type", "string")));
    } else {
      Map<String, Object> one = schemas.of(type);
      Object schema = gives.many() ? Map.of("type", "array", "items", one) : one;
      content.put(gives.contentType(), Map.of("schema", schema));
    }
    Map<String, Object> problem = schemas.of(ProblemView.class);
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", Map.of("description", "As asked.", "content", content));
    if (endpoint.parameters().stream().anyMatch(each -> each.name().equals("Range"))) {
      responses.put("206", Map.of("description", "The part asked for.", "content", content));
    }
    responses.put(
        "default",
        Map.of(
            "description",
            "Why not.",
            "content",
            Map.of("application/problem+json", Map.of("schema", problem))));
    return responses;
  }
}
