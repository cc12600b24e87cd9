package org.steward.shell.session;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandSession;
import org.jline.builtins.Completers;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.steward.api.control.Supervisor;
import org.steward.shell.command.Commands;
import org.steward.shell.command.Completions;

/** Completes the names of commands, the arguments of the supervisor's, and files for all others. */
final class CommandCompleter implements Completer {
  private final CommandSession session;
  private final Completions completions;
  private final Completer files;

  CommandCompleter(CommandSession session, Supervisor supervisor) {
    this.session = session;
    this.completions = new Completions(supervisor);
    this.files = new Completers.FilesCompleter(session::currentDir);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.wordIndex() == 0) {
      names(line.word().contains(":")).forEach(name -> candidates.add(new Candidate(name)));
      return;
    }
    String command = Shell.resolve(session, line.words().getFirst());
    if (!command.startsWith(Commands.SCOPE + ":")) {
      files.complete(reader, line, candidates);
      return;
    }
    String name = command.substring(Commands.SCOPE.length() + 1);
    List<String> before = line.words().subList(1, line.wordIndex());
    Collection<String> fitting =
        name.equals("help") ? names(false).toList() : completions.of(name, before);
    fitting.forEach(candidate -> candidates.add(new Candidate(candidate)));
  }

  private Stream<String> names(boolean withScopes) {
    Set<String> all = Commands.names(session);
    Stream<String> names =
        withScopes ? all.stream() : all.stream().map(name -> name.substring(name.indexOf(':') + 1));
    return Stream.concat(names, Stream.of("exit")).distinct().sorted();
  }
}
