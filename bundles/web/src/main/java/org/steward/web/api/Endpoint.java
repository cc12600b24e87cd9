package org.steward.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.Role;

/**
 * One row of the API's table: what is asked, who may ask, and what is answered.
 *
 * @param method GET or POST; every change is a POST
 * @param path below {@code /api/v1}
 * @param role who may ask
 * @param tag the chapter it stands in
 * @param summary what it does, a sentence
 * @param parameters what a client may add
 * @param takes the record its body holds, null where it takes none
 * @param gives what it answers
 * @param handler answers
 */
record Endpoint(
    String method,
    PathTemplate path,
    Role role,
    String tag,
    String summary,
    List<Parameter> parameters,
    @Nullable Class<?> takes,
    Gives gives,
    Handler handler) {

  /**
   * What a client may add.
   *
   * @param place where, in OpenAPI's terms: {@code query} or {@code header}
   * @param type of its value, in JSON's terms
   */
  record Parameter(String place, String name, String type, String meaning) {}

  /**
   * What is answered.
   *
   * @param contentType its media type
   * @param type the record, null where it is no JSON
   * @param many whether it is a list of them
   */
  record Gives(String contentType, @Nullable Class<?> type, boolean many) {
    static final String JSON = "application/json";

    static Gives one(Class<?> type) {
      return new Gives(JSON, type, false);
    }

    static Gives many(Class<?> type) {
      return new Gives(JSON, type, true);
    }

    static Gives other(String contentType) {
      return new Gives(contentType, null, false);
    }
  }

  /** How it is answered. */
  sealed interface Handler {
    /** At once, with an object. */
    record Reads(Function<Call, ?> answer) implements Handler {}

    /** By a change, when it is done. */
    record Does(Function<Call, Deed> deed) implements Handler {}

    /** By writing the answer itself. */
    record Writes(Writer writer) implements Handler {}
  }

  /** Writes an answer. */
  @FunctionalInterface
  interface Writer {
    /** Answers, now or later. */
    void write(Call call) throws Exception;
  }

  /** Whether it changes something. */
  boolean isChange() {
    return handler instanceof Handler.Does;
  }

  static Builder get(String tag, String path, String summary) {
    return new Builder("GET", tag, path, summary, Role.READ);
  }

  static Builder post(String tag, String path, Role role, String summary) {
    return new Builder("POST", tag, path, summary, role);
  }

  /** Fills a row. */
  static final class Builder {
    private final String method;
    private final String tag;
    private final String path;
    private final String summary;
    private final Role role;
    private final List<Parameter> parameters = new ArrayList<>();
    private @Nullable Class<?> takes;

    private Builder(String method, String tag, String path, String summary, Role role) {
      this.method = method;
      this.tag = tag;
      this.path = path;
      this.summary = summary;
      this.role = role;
    }

    /** A text behind the question mark. */
    Builder query(String name, String meaning) {
      return parameter("query", name, "string", meaning);
    }

    /** A whole number behind the question mark. */
    Builder number(String name, String meaning) {
      return parameter("query", name, "integer", meaning);
    }

    /** A yes or no behind the question mark. */
    Builder flag(String name, String meaning) {
      return parameter("query", name, "boolean", meaning);
    }

    Builder header(String name, String meaning) {
      return parameter("header", name, "string", meaning);
    }

    private Builder parameter(String place, String name, String type, String meaning) {
      parameters.add(new Parameter(place, name, type, meaning));
      return this;
    }

    Builder takes(Class<?> type) {
      takes = type;
      return this;
    }

    Endpoint reads(Gives gives, Function<Call, ?> answer) {
      return row(gives, new Handler.Reads(answer));
    }

    Endpoint writes(Gives gives, Writer writer) {
      return row(gives, new Handler.Writes(writer));
    }

    Endpoint does(Gives gives, Function<Call, Deed> deed) {
      return row(gives, new Handler.Does(deed));
    }

    private Endpoint row(Gives gives, Handler handler) {
      return new Endpoint(
          method,
          new PathTemplate(path),
          role,
          tag,
          summary,
          List.copyOf(parameters),
          takes,
          gives,
          handler);
    }
  }
}
