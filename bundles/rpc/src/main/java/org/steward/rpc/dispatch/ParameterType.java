package org.steward.rpc.dispatch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter of a published method may be declared as, and which of the client's values it
 * takes. Numbers and booleans are as forgiving as Supervisor's, since its clients send an int for a
 * boolean and a string for an int.
 */
enum ParameterType {
  STRING("string") {
    @Override
    @Nullable Object convert(Object value) {
      return switch (value) {
        case String text -> text;
        case byte[] base64 -> strictUtf8(base64);
        default -> null;
      };
    }
  },
  INT("int") {
    @Override
    @Nullable Object convert(Object value) {
      Object number = LONG.convert(value);
      return number == null
          ? null
          : (Object) Math.clamp((long) number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  },
  LONG("int") {
    @Override
    @Nullable Object convert(Object value) {
      return switch (value) {
        case Boolean flag -> flag ? 1L : 0L;
        case Double number -> number.isNaN() ? null : (Object) number.longValue();
        case Number number -> number.longValue();
        case String text when DIGITS.matcher(text.strip()).matches() ->
            Long.parseLong(text.strip());
        default -> null;
      };
    }
  },
  /** Anything is true that is not zero or empty. */
  BOOLEAN("boolean") {
    @Override
    Object convert(Object value) {
      return switch (value) {
        case Boolean flag -> flag;
        case Number number -> number.doubleValue() != 0;
        case String text -> !text.isEmpty();
        case List<?> items -> !items.isEmpty();
        case Map<?, ?> members -> !members.isEmpty();
        default -> true;
      };
    }
  },
  LIST("array") {
    @Override
    @Nullable Object convert(Object value) {
      return value instanceof List<?> ? value : null;
    }
  },
  MAP("struct") {
    @Override
    @Nullable Object convert(Object value) {
      return value instanceof Map<?, ?> ? value : null;
    }
  },
  ANY("value") {
    @Override
    Object convert(Object value) {
      return value;
    }
  };

  private static final Pattern DIGITS = Pattern.compile("[+-]?\\d{1,18}");
  private final String word;

  ParameterType(String word) {
    this.word = word;
  }

  /** XML-RPC's word for it. */
  String word() {
    return word;
  }

  /** The value as the method takes it, null where it cannot be taken. */
  abstract @Nullable Object convert(Object value);

  /** The type for parameters declared so; empty if there is none. */
  static Optional<ParameterType> of(Class<?> declared) {
    return Optional.ofNullable(
        switch (declared.getName()) {
          case "java.lang.String" -> STRING;
          case "int", "java.lang.Integer" -> INT;
          case "long", "java.lang.Long" -> LONG;
          case "boolean", "java.lang.Boolean" -> BOOLEAN;
          case "java.util.List" -> LIST;
          case "java.util.Map" -> MAP;
          case "java.lang.Object" -> ANY;
          default -> null;
        });
  }

  private static @Nullable String strictUtf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
