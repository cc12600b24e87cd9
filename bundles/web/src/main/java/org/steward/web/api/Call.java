package org.steward.web.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;
import org.steward.web.http.Exchange;
import org.steward.web.http.Parameters;

/**
 * One request to an endpoint.
 *
 * @param exchange the request
 * @param names what the holes of the path hold
 * @param query the parameters behind the question mark
 * @param body the body, empty where there is none
 */
record Call(Exchange exchange, Map<String, String> names, Parameters query, byte[] body) {
  /** What a hole of the path holds. */
  String name(String hole) {
    String value = names.get(hole);
    if (value == null) {
      throw new IllegalArgumentException("the path has no " + hole);
    }
    return value;
  }

  /** The process named by the holes {@code group} and {@code name}. */
  ProcessId process() {
    return new ProcessId(name("group"), name("name"));
  }

  /** A parameter, null if it is not given. */
  @Nullable String query(String parameter) {
    return query.get(parameter);
  }

  /** A whole number that is not negative. */
  long number(String parameter, long fallback) {
    String text = query.get(parameter);
    if (text == null) {
      return fallback;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Refused below, like a negative one.
    }
    throw ApiProblem.badRequest(parameter + "=" + text + ": expected a number of 0 or more");
  }

  /** Whether a parameter says yes. */
  boolean flag(String parameter) {
    String text = query.get(parameter);
    return text != null && (text.equals("true") || text.equals("1"));
  }

  /** The body as an object. */
  <T> T body(Class<T> type) {
    return Json.read(body, type);
  }
}
