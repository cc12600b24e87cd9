package org.steward.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.service.command.Descriptor;
import org.junit.jupiter.api.Test;

/** docs/reference/shell-commands.md, by the annotations of the commands. */
class ShellReferenceTest {
  private static final String WRITE = "steward.write.reference";
  private static final Path PAGE = Path.of("../../docs/reference/shell-commands.md");
  private static final List<Class<?>> COMMANDS =
      List.of(
          ConfigurationCommands.class,
          DaemonCommands.class,
          EventCommands.class,
          HelpCommand.class,
          LogCommands.class,
          OrderCommands.class,
          StatusCommands.class);

  @Test
  void thePageSaysWhatTheCommandsSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "stale: write it with mvn -pl bundles/shell -am test -Dtest=ShellReferenceTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D"
                + WRITE
                + "=true")
        .hasContent(page);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Commands of the shell

            Generated from the commands' annotations; `help` in the shell says the same. How to open the shell, and what
            else can be typed there: [the command shell](../how-to/shell.md). `<name>` is a process: `group:name`, or
            `name` where both are the same; `group:*` is a group, `all` are all.

            | command | what it does |
            |---|---|
            """);
    Map<String, Class<?>> commands = new TreeMap<>();
    for (Class<?> type : COMMANDS) {
      Arrays.stream(type.getMethods())
          .filter(method -> method.isAnnotationPresent(Descriptor.class))
          .map(Method::getName)
          .forEach(name -> commands.put(name, type));
    }
    commands.forEach((name, type) -> Usage.of(type, name).forEach(usage -> add(page, usage)));
    return page.toString();
  }

  private static void add(StringBuilder page, Usage usage) {
    page.append("| `supervisor:").append(usage.synopsis()).append("` | ");
    page.append(usage.description());
    for (Usage.Argument argument : usage.arguments()) {
      page.append("<br>`").append(argument.spelling()).append("` ").append(argument.meaning());
    }
    page.append(" |\n");
  }
}
