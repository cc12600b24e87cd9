package org.steward.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import org.jspecify.annotations.Nullable;

/** Records to JSON and back. What is null is left out. */
final class Json {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setStrictness(Strictness.STRICT).create();
  private static final Gson INDENTED = GSON.newBuilder().setPrettyPrinting().create();

  private Json() {}

  static byte[] write(Object value) {
    return GSON.toJson(value).getBytes(UTF_8);
  }

  static String writeIndented(Object value) {
    return INDENTED.toJson(value);
  }

  /**
   * Reads an object; an empty text is an empty one.
   *
   * @throws ApiProblem 400 where the text is no such object
   */
  static <T> T read(byte[] text, Class<T> type) {
    try {
      @Nullable T value = GSON.fromJson(text.length == 0 ? "{}" : new String(text, UTF_8), type);
      if (value != null) {
        return value;
      }
    } catch (JsonParseException e) {
      throw ApiProblem.badRequest("The body is not the JSON expected here: " + e.getMessage());
    }
    throw ApiProblem.badRequest("The body must be a JSON object.");
  }
}
