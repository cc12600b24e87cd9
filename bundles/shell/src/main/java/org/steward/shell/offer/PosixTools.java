package org.steward.shell.offer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.Process;

/**
 * Gogo's commands, without two faults of theirs: they take every session for one at a terminal and
 * colour what a script is to read, and their {@code grep -c} counts nothing.
 */
final class PosixTools extends Posix {
  private static final List<String> COLOURED = List.of("grep", "ls");

  PosixTools(CommandProcessor processor) {
    super(processor);
  }

  @Override
  protected Object run(CommandSession session, Process process, String[] argv) throws Exception {
    boolean script = session.get(Shell.VAR_TERMINAL) == null;
    return super.run(
        session, process, script && COLOURED.contains(argv[0]) ? uncoloured(argv) : argv);
  }

  private static String[] uncoloured(String[] argv) {
    return Stream.concat(Stream.of(argv[0], "--color=never"), Arrays.stream(argv, 1, argv.length))
        .toArray(String[]::new);
  }

  @Override
  protected void grep(CommandSession session, Process process, String[] argv) throws Exception {
    String[] uncounted = Arrays.stream(argv).filter(word -> !counts(word)).toArray(String[]::new);
    if (uncounted.length == argv.length) {
      super.grep(session, process, argv);
      return;
    }
    ByteArrayOutputStream matching = new ByteArrayOutputStream();
    super.grep(session, new Into(process, new PrintStream(matching, true, UTF_8)), uncounted);
    process.out().println(matching.toString(UTF_8).lines().count());
  }

  private static boolean counts(String word) {
    return word.equals("-c") || word.equals("--count");
  }

  /** A process whose output goes elsewhere. */
  private record Into(Process process, PrintStream out) implements Process {
    @Override
    public InputStream in() {
      return process.in();
    }

    @Override
    public PrintStream err() {
      return process.err();
    }

    @Override
    public Job job() {
      return process.job();
    }

    @Override
    public boolean isTty(int descriptor) {
      return false;
    }

    @Override
    public void error(int status) {
      process.error(status);
    }
  }
}
