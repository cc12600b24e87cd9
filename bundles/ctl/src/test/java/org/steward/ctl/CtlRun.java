package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.steward.ctl.console.Console;
import org.steward.ctl.console.Output;
import org.steward.ctl.console.StreamInput;

/** One run of supervisorctl inside the test: what it printed and the status it ended with. */
public record CtlRun(String out, String err, int status) {

  /** Runs a command line without input. */
  public static CtlRun of(String... args) {
    return withInput("", args);
  }

  /** Runs a command line against a server. */
  public static CtlRun at(FakeServer server, String... args) {
    return atWithInput(server, "", args);
  }

  /** Runs a command line against a server, with text on standard input. */
  public static CtlRun atWithInput(FakeServer server, String input, String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "-s";
    all[1] = server.url();
    System.arraycopy(args, 0, all, 2, args.length);
    return withInput(input, all);
  }

  static CtlRun withInput(String input, String... args) {
    return run(input, false, args);
  }

  /** Runs as at a terminal, where advice is given. */
  static CtlRun withHints(String... args) {
    return run("", true, args);
  }

  private static CtlRun run(String input, boolean hints, String... args) {
    FakeInterrupts interrupts = new FakeInterrupts();
    ByteArrayOutputStream out = new Terminal(interrupts);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Output output = new Output(out);
    StreamInput lines =
        new StreamInput(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output);
    Console console = new Console(output, new Output(err), hints, lines, interrupts);
    int status = new Supervisorctl("/nowhere/bin/supervisorctl", console).run(args);
    return new CtlRun(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status);
  }

  /** Standard output that refuses to speak of Ctrl-C while that would end the JVM. */
  private static final class Terminal extends ByteArrayOutputStream {
    private final FakeInterrupts interrupts;

    Terminal(FakeInterrupts interrupts) {
      this.interrupts = interrupts;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
      assertThat(text.contains("Press Ctrl-C") && !interrupts.areTaken())
          .as("Ctrl-C is spoken of before it is taken: %s", text)
          .isFalse();
      super.write(bytes, offset, length);
    }
  }

  /** Expects these lines on standard output, nothing on standard error, and the status. */
  public void printed(int expectedStatus, String... lines) {
    String expected = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    assertThat(out).isEqualTo(expected);
    assertThat(err).isEmpty();
    assertThat(status).isEqualTo(expectedStatus);
  }

  /** Expects a complaint as the first line, some lines on how to do better, and the status. */
  public void complained(int expectedStatus, String firstLine) {
    assertThat(out.lines()).hasSizeGreaterThan(1).startsWith(firstLine);
    assertThat(status).isEqualTo(expectedStatus);
  }
}
