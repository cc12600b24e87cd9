package org.steward.itests.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Sandbox;

/**
 * Types what {@code docs/tutorial/first-plugin.md} has the reader type, and compares what comes
 * with what it says. So this is also the test of a plugin that is built outside of the tree,
 * against the published API only.
 */
class TutorialTest {

  private static final Path HOME =
      Path.of(Implementation.STEWARD.command("..")).normalize().toAbsolutePath();
  private static final Path TUTORIAL = HOME.resolve("docs/tutorial/first-plugin.md");
  private static final String STEP = "=== step ";
  private static final long MINUTES = 5;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  /** Commands, and what they print. */
  private record Step(String commands, String output) {}

  @Test
  @Timeout(value = MINUTES + 1, unit = TimeUnit.MINUTES)
  void everyStepDoesWhatItSays() throws Exception {
    List<Step> steps = steps();
    assertThat(steps).hasSizeGreaterThan(7);
    StringBuilder script = new StringBuilder("exec 2>&1\n");
    for (int i = 0; i < steps.size(); i++) {
      script.append("echo '").append(STEP).append(i).append("'\n").append(steps.get(i).commands);
    }
    script.append("echo '").append(STEP).append("last'\n");
    String printed = type(script.toString());
    String[] outputs = printed.split(STEP + "\\w+\n");
    assertThat(outputs).as(printed).hasSize(steps.size() + 1);
    for (int i = 0; i < steps.size(); i++) {
      assertThat(outputs[i + 1]).as(steps.get(i).commands).matches(pattern(steps.get(i).output));
    }
  }

  private String type(String script) throws IOException, InterruptedException {
    forgetCopiesOfTheApi();
    Path console = sandbox.directory().resolve("console");
    Path folder = Files.createDirectory(sandbox.directory().resolve("empty"));
    Process shell =
        sandbox
            .command("sh", sandbox.write("script", script).toString())
            .in(folder)
            .with("STEWARD", HOME.toString())
            .with("JAVA_HOME", System.getProperty("java.home"))
            .start(console);
    assertThat(shell.waitFor(MINUTES, TimeUnit.MINUTES)).as(Files.readString(console)).isTrue();
    assertThat(shell.exitValue()).as(Files.readString(console)).isZero();
    // Without the colours Maven resets even where it has none.
    return Files.readString(console).replaceAll("\u001B\\[[0-9;]*m", "");
  }

  /** Maven keeps a snapshot for good once it has copied it: an API before this build's. */
  private static void forgetCopiesOfTheApi() throws IOException {
    Path local = Path.of("/root/.m2/repository/org/steward");
    for (String artifact : List.of("api", "api-testing")) {
      Path copies = local.resolve(artifact);
      if (Files.exists(copies)) {
        try (Stream<Path> tree = Files.walk(copies)) {
          for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    }
  }

  private static List<Step> steps() throws IOException {
    return Pattern.compile("```sh\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(TUTORIAL))
        .results()
        .map(found -> new Step(found.group(1), found.group(2)))
        .toList();
  }

  /** The lines in their order, others between them; dots stand for anything. */
  private static Pattern pattern(String output) {
    return Pattern.compile(
        Arrays.stream(output.strip().split("\n"))
            .map(
                line ->
                    Arrays.stream(line.split("\\.\\.\\.", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^\n]*")))
            .collect(Collectors.joining("\n(?:.*\n)*?", "(?:.*\n)*?", "\n?(?:.*\n)*")));
  }
}
