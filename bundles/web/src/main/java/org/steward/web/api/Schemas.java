package org.steward.web.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas of the records that go over the wire, collected as they are referred to. */
final class Schemas {
  private final Map<String, Object> collected = new TreeMap<>();

  /** All that was referred to, by name. */
  Map<String, Object> collected() {
    return collected;
  }

  /** The name clients know a record by: {@code Process} for {@code ProcessView}. */
  static String name(Class<?> type) {
    return type.getSimpleName().replaceFirst("View$", "").replaceFirst("Body$", "Request");
  }

  /** The schema of a type. */
  Map<String, Object> of(Type type) {
    return switch (type) {
      case Class<?> raw when raw.isRecord() -> reference(raw);
      case Class<?> raw -> Map.of("type", simple(raw));
      case ParameterizedType list when list.getRawType() == List.class ->
          Map.of("type", "array", "items", of(list.getActualTypeArguments()[0]));
      case ParameterizedType map ->
          Map.of("type", "object", "additionalProperties", of(map.getActualTypeArguments()[1]));
      default -> throw new IllegalArgumentException("no schema for " + type);
    };
  }

  private static String simple(Class<?> type) {
    if (type == String.class) {
      return "string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "integer";
    }
    if (type == Number.class) {
      return "number";
    }
    if (type == Object.class) {
      return "object";
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = name(type);
    if (!collected.containsKey(name)) {
      collected.put(name, Map.of()); // a record may refer to itself
      collected.put(name, schema(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> schema(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Map<String, Object> property = new LinkedHashMap<>(of(component.getGenericType()));
      Doc doc = component.getAnnotation(Doc.class);
      if (doc != null) {
        property.put("description", doc.value());
      }
      if (doc == null || !doc.optional()) {
        required.add(component.getName());
      }
      properties.put(component.getName(), property);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    @Nullable Doc doc = type.getAnnotation(Doc.class);
    if (doc != null) {
      schema.put("description", doc.value());
    }
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }
}
