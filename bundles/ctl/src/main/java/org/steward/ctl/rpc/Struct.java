package org.steward.ctl.rpc;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A struct, its members in the order they were sent. Members of the expected type are got by name.
 */
public final class Struct {

  private final LinkedHashMap<String, Object> members = new LinkedHashMap<>();

  /** Adds or replaces a member. */
  public void put(String name, Object value) {
    members.put(name, value);
  }

  /** {@return the names of the members, in order} */
  public Set<String> names() {
    return members.keySet();
  }

  /** {@return the member, or null} */
  public @Nullable Object get(String name) {
    return members.get(name);
  }

  /** {@return the member, which must be a string} */
  public String string(String name) throws IOException {
    if (members.get(name) instanceof String value) {
      return value;
    }
    throw unexpected(name, "a string");
  }

  /** {@return the member, which must be an int} */
  public int integer(String name) throws IOException {
    if (members.get(name) instanceof Integer value) {
      return value;
    }
    throw unexpected(name, "an int");
  }

  /** {@return the truth of the member, which may be a boolean or an int} */
  public boolean truth(String name) throws IOException {
    Object value = members.get(name);
    if (value instanceof Boolean truth) {
      return truth;
    }
    return integer(name) != 0;
  }

  /** {@return the member, which must be an array of structs} */
  public List<Struct> structs(String name) throws IOException {
    Object value = members.get(name);
    if (value == null) {
      throw unexpected(name, "an array");
    }
    return listOf(value);
  }

  private IOException unexpected(String name, String expected) {
    return new UnexpectedAnswerException(
        "the answer's '" + name + "' is " + members.get(name) + ": expected " + expected);
  }

  /** {@return the value as a list of structs} */
  public static List<Struct> listOf(Object value) throws IOException {
    List<Object> items = items(value);
    for (Object item : items) {
      if (!(item instanceof Struct)) {
        throw new UnexpectedAnswerException("the answer lists " + item + ": expected a struct");
      }
    }
    @SuppressWarnings("unchecked") // every element was looked at
    List<Struct> structs = (List<Struct>) (List<?>) items;
    return structs;
  }

  /** {@return the value as a list} */
  @SuppressWarnings("unchecked") // a list of anything is a list of objects
  public static List<Object> items(Object value) throws IOException {
    if (value instanceof List<?>) {
      return (List<Object>) value;
    }
    throw new UnexpectedAnswerException("the answer is " + value + ": expected an array");
  }

  /** {@return the value as a struct} */
  public static Struct of(Object value) throws IOException {
    if (value instanceof Struct struct) {
      return struct;
    }
    throw new UnexpectedAnswerException("the answer is " + value + ": expected a struct");
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
