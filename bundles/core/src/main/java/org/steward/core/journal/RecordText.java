package org.steward.core.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Held;

/**
 * A record, with all the records in it, as fields of a line: a component's value is found under its
 * path, as in {@code configuration.supervisord.umask}. The path of a record itself tells its type,
 * which is what tells the variants of a sealed interface apart. What is null, zero, false or an
 * empty collection is left out; so a component that an older daemon did not have reads as that, and
 * one that only a newer daemon has is skipped.
 */
public final class RecordText {
  private final TextLine line;
  private final List<Integer> descriptors = new ArrayList<>();

  private RecordText(TextLine line) {
    this.line = line;
  }

  /**
   * Writes a record to a line.
   *
   * @return the descriptors in it
   */
  public static List<Integer> write(String name, Record value, TextLine to) {
    RecordText text = new RecordText(to);
    text.put(name, value);
    return text.descriptors;
  }

  /**
   * Reads one back.
   *
   * @throws IllegalArgumentException where the line does not make sense
   */
  public static <T extends Record> T read(String name, Class<T> type, TextLine from) {
    Object value = new RecordText(from).get(name, type);
    if (value == null) {
      throw new IllegalArgumentException("cannot understand it: " + name + " is missing");
    }
    return type.cast(value);
  }

  private void put(String path, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Record record -> putRecord(path, record);
      case Map<?, ?> map -> {
        int i = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          put(path + "." + i + ".key", entry.getKey());
          put(path + "." + i++ + ".value", entry.getValue());
        }
        putSize(path, map.size());
      }
      case Collection<?> elements -> {
        int i = 0;
        for (Object element : elements) {
          put(path + "." + i++, element);
        }
        putSize(path, i);
      }
      case byte[] bytes -> line.with(path, Base64.getEncoder().encodeToString(bytes));
      case Enum<?> constant -> line.with(path, constant.name());
      default -> line.with(path, value);
    }
  }

  private void putSize(String path, int size) {
    line.with(path + ".size", size == 0 ? null : size);
  }

  private void putRecord(String path, Record value) {
    line.with(path, value.getClass().getSimpleName());
    if (value instanceof Held(int fd) && fd >= 0) {
      descriptors.add(fd);
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      try {
        Object part = component.getAccessor().invoke(value);
        if (!component.getType().isPrimitive() || !part.equals(missing(component.getType()))) {
          put(path + "." + component.getName(), part);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
  }

  private @Nullable Object get(String path, Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection(path, (Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    String text = line.find(path);
    if (plain.isRecord() || plain.isSealed()) {
      return text == null ? null : record(path, variant(plain, text));
    }
    return text == null ? missing(plain) : scalar(path, plain, text);
  }

  /** What is not there: as it is left out by the writer. */
  private static @Nullable Object missing(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    return type == boolean.class ? false : null;
  }

  private static Object scalar(String path, Class<?> type, String text) {
    try {
      if (type == String.class || type == Object.class) {
        return text;
      }
      if (type == int.class || type == Integer.class) {
        return Integer.valueOf(text);
      }
      if (type == long.class || type == Long.class) {
        return Long.valueOf(text);
      }
      if (type == boolean.class) {
        return Boolean.valueOf(text);
      }
      if (type == byte[].class) {
        return Base64.getDecoder().decode(text);
      }
      if (type == Path.class) {
        return Path.of(text);
      }
      if (type.isEnum()) {
        return constant(type, text);
      }
    } catch (InvalidPathException | NumberFormatException e) {
      throw new IllegalArgumentException("cannot understand " + path + "=" + text, e);
    }
    throw new IllegalStateException("cannot read a " + type + " at " + path);
  }

  private static Object constant(Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "cannot understand " + text + ": no " + type.getSimpleName());
  }

  private static Class<?> variant(Class<?> type, String name) {
    if (type.isRecord()) {
      return type;
    }
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (permitted.getSimpleName().equals(name)) {
        return permitted;
      }
    }
    throw new IllegalArgumentException(
        "cannot understand " + name + ": no " + type.getSimpleName());
  }

  private Object collection(String path, Class<?> type, Type[] arguments) {
    int size = line.integer(path + ".size", 0);
    if (type == Map.class) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(
            element(path + "." + i + ".key", arguments[0]),
            element(path + "." + i + ".value", arguments[1]));
      }
      return map;
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(element(path + "." + i, arguments[0]));
    }
    return type == Set.class ? new LinkedHashSet<>(list) : list;
  }

  private Object element(String path, Type type) {
    Object element = get(path, type);
    if (element == null) {
      throw new IllegalArgumentException("cannot understand it: " + path + " is missing");
    }
    return element;
  }

  private Record record(String path, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = get(path + "." + components[i].getName(), components[i].getGenericType());
    }
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (Record) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("cannot understand " + path + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }
}
