package org.steward.core.config.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.steward.api.process.ProcessId;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.RestartPolicy;
import org.steward.core.config.StartPolicy;
import org.steward.core.config.StopPolicy;
import org.steward.core.config.Surroundings;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.ini.IniValue;
import org.steward.core.config.schema.BadValueException;
import org.steward.core.config.schema.Expansions;
import org.steward.core.config.schema.ProgramOptions;
import org.steward.core.config.schema.Scalars;
import org.steward.core.config.schema.Scope;
import org.steward.core.config.schema.SectionKind;
import org.steward.core.config.schema.Variables;

/** Reads the processes of one {@code [program:x]} or of a section that has all its options. */
final class ProgramReader {
  private static final String PROCESS_NUM = "%(process_num)";

  private final Context context;
  private final StreamReader streams;
  private final Map<String, String> environment;

  /**
   * With what programs share.
   *
   * @param environment the variables of {@code [supervisord]}
   */
  ProgramReader(Context context, StreamReader streams, Map<String, String> environment) {
    this.context = context;
    this.streams = streams;
    this.environment = environment;
  }

  /** What is the same for all processes of a program. */
  private record Shared(StartPolicy start, RestartPolicy restart, StopPolicy stop) {}

  /**
   * The processes by name, as members of a group. After one that is broken the others are left out:
   * they would repeat its problems.
   */
  List<ProcessConfig> read(IniSection section, String group) {
    Expansions names =
        context
            .expansions()
            .with("program_name", SectionName.of(section, context))
            .with("group_name", group);
    SectionValues values = context.values(section).with(names);
    checkShared(values);
    Shared shared = new Shared(start(values), restart(values), stop(values));
    int count = values.get(ProgramOptions.NUMPROCS);
    int first = values.get(ProgramOptions.NUMPROCS_START);
    checkProcessName(values, count);
    List<ProcessConfig> processes = new ArrayList<>();
    int problems = context.findings().problemCount();
    for (int i = 0; i < count && problems == context.findings().problemCount(); i++) {
      Expansions own = names.with("process_num", first + i).with("numprocs", count);
      process(values.with(own), group, shared).ifPresent(processes::add);
    }
    processes.sort((a, b) -> a.id().name().compareTo(b.id().name()));
    return processes;
  }

  /** What is the same for all processes is checked even where there are none. */
  private static void checkShared(SectionValues values) {
    SectionKind.PROGRAM.options().stream()
        .filter(option -> option.scope() == Scope.PROGRAM)
        .forEach(values::find);
  }

  private static StartPolicy start(SectionValues values) {
    return new StartPolicy(
        values.get(ProgramOptions.PRIORITY),
        values.get(ProgramOptions.AUTOSTART),
        values.get(ProgramOptions.STARTSECS),
        values.get(ProgramOptions.STARTRETRIES));
  }

  private static RestartPolicy restart(SectionValues values) {
    return new RestartPolicy(
        values.get(ProgramOptions.AUTORESTART), values.get(ProgramOptions.EXITCODES));
  }

  private static StopPolicy stop(SectionValues values) {
    boolean asGroup = values.get(ProgramOptions.STOPASGROUP);
    Boolean killAsGroup = values.find(ProgramOptions.KILLASGROUP);
    if (asGroup && Boolean.FALSE.equals(killAsGroup)) {
      values.reject(ProgramOptions.KILLASGROUP, "expected true, as stopasgroup is true");
    }
    return new StopPolicy(
        values.get(ProgramOptions.STOPSIGNAL),
        values.get(ProgramOptions.STOPWAITSECS),
        asGroup,
        killAsGroup == null ? asGroup : killAsGroup,
        values.get(ProgramOptions.KILLTREE));
  }

  /** The name is checked as written: what is expanded in it may have any characters. */
  private void checkProcessName(SectionValues values, int count) {
    IniValue written = values.section().get(ProgramOptions.PROCESS_NAME.key());
    String name = written == null ? ProgramOptions.PROCESS_NAME_DEFAULT : written.text();
    try {
      Scalars.NAME.parse(name, context.host());
    } catch (BadValueException e) {
      values.reject(ProgramOptions.PROCESS_NAME, e.getMessage());
    }
    if (count > 1 && !name.contains(PROCESS_NUM)) {
      String message = "expected process_name with " + PROCESS_NUM + "d in it, as numprocs is ";
      values.reject(ProgramOptions.PROCESS_NAME, message + count);
    }
  }

  private Optional<ProcessConfig> process(SectionValues values, String group, Shared shared) {
    Variables variables = values.get(ProgramOptions.ENVIRONMENT);
    context.warnOfIgnored(values.section(), variables.ignored());
    SectionValues own = values.with(values.expansions().withEnvironment(variables.values()));
    ProcessId id = new ProcessId(group, own.get(ProgramOptions.PROCESS_NAME));
    context.findings().process(id, values.section());
    Surroundings surroundings = surroundings(own, variables.values());
    var output = streams.read(own);
    return Optional.ofNullable(own.require(ProgramOptions.COMMAND))
        .map(
            command ->
                new ProcessConfig(
                    id,
                    command,
                    shared.start(),
                    shared.restart(),
                    shared.stop(),
                    surroundings,
                    output));
  }

  private Surroundings surroundings(SectionValues values, Map<String, String> variables) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(variables);
    String url = values.find(ProgramOptions.SERVERURL);
    boolean auto = url == null || url.strip().equalsIgnoreCase("AUTO");
    return new Surroundings(
        values.find(ProgramOptions.USER),
        values.find(ProgramOptions.UMASK),
        values.find(ProgramOptions.DIRECTORY),
        all,
        auto ? null : url);
  }
}
