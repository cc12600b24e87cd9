package org.steward.shell.command;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.jspecify.annotations.Nullable;

/**
 * One way to use a command, as the annotations of its method tell.
 *
 * @param synopsis the command with what may follow it
 * @param description what it does
 * @param arguments what may follow, each with its meaning
 */
public record Usage(String synopsis, String description, List<Argument> arguments) {
  /**
   * What may follow.
   *
   * @param spelling as in the synopsis, or the spellings of an option
   */
  public record Argument(String spelling, String meaning) {}

  /** The ways to use a command, the shortest first; empty where its methods tell nothing. */
  public static List<Usage> of(Class<?> target, String command) {
    return Arrays.stream(target.getMethods())
        .filter(method -> method.getName().toLowerCase(Locale.ROOT).equals(command))
        .filter(method -> method.isAnnotationPresent(Descriptor.class))
        .sorted(Comparator.comparing(Method::getParameterCount))
        .map(Usage::of)
        .toList();
  }

  private static Usage of(Method method) {
    StringBuilder synopsis = new StringBuilder(method.getName());
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      Descriptor meaning = parameter.getAnnotation(Descriptor.class);
      if (parameter.getType() != CommandSession.class) {
        Argument argument = argument(parameter, meaning == null ? "" : meaning.value());
        synopsis.append(' ').append(inSynopsis(parameter));
        arguments.add(argument);
      }
    }
    return new Usage(
        synopsis.toString(), method.getAnnotation(Descriptor.class).value(), arguments);
  }

  private static Argument argument(Parameter parameter, String meaning) {
    var option = option(parameter);
    return new Argument(
        option == null
            ? "<" + parameter.getName() + ">"
            : String.join(", ", option.names()) + (takesValue(option) ? " <number>" : ""),
        meaning);
  }

  private static String inSynopsis(Parameter parameter) {
    var option = option(parameter);
    if (option != null) {
      return "[" + option.names()[0] + (takesValue(option) ? " <number>]" : "]");
    }
    String name = "<" + parameter.getName() + ">";
    return parameter.getType().isArray() ? name + " ..." : name;
  }

  private static boolean takesValue(org.apache.felix.service.command.Parameter option) {
    return option.presentValue().equals(org.apache.felix.service.command.Parameter.UNSPECIFIED);
  }

  private static org.apache.felix.service.command.@Nullable Parameter option(Parameter parameter) {
    return parameter.getAnnotation(org.apache.felix.service.command.Parameter.class);
  }
}
