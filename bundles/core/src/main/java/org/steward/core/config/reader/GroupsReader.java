package org.steward.core.config.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.SocketConfig;
import org.steward.core.config.ini.IniDocument;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.schema.GroupOptions;
import org.steward.core.config.schema.ProgramOptions;
import org.steward.core.config.schema.SectionKind;

/**
 * Reads all groups. Those named in {@code [group:x]} come first and take their programs away from
 * being groups of their own.
 */
final class GroupsReader {
  private final Context context;
  private final ProgramReader programs;
  private final IniDocument document;
  private final List<GroupConfig> groups = new ArrayList<>();
  private final Set<IniSection> taken = new HashSet<>();

  GroupsReader(Context context, ProgramReader programs, IniDocument document) {
    this.context = context;
    this.programs = programs;
    this.document = document;
  }

  /** The groups by priority, then by name. */
  List<GroupConfig> read() {
    sections(SectionKind.GROUP).forEach(this::group);
    sections(SectionKind.PROGRAM).forEach(this::program);
    ListenerReader listeners = new ListenerReader(context, programs);
    sections(SectionKind.EVENT_LISTENER).forEach(section -> groups.add(listeners.read(section)));
    sections(SectionKind.FCGI_PROGRAM).forEach(this::fcgiProgram);
    groups.sort(GroupsReader::compare);
    return withoutDuplicates();
  }

  /** No combined comparator: those are made while the first program waits for its start. */
  private static int compare(GroupConfig a, GroupConfig b) {
    return a.priority() == b.priority()
        ? a.name().compareTo(b.name())
        : Integer.compare(a.priority(), b.priority());
  }

  private List<IniSection> sections(SectionKind kind) {
    return document.sections().stream()
        .filter(section -> SectionKind.of(section.name()).equals(Optional.of(kind)))
        .filter(section -> !taken.contains(section))
        .toList();
  }

  private void group(IniSection section) {
    SectionValues values = context.values(section);
    String name = SectionName.of(section, context);
    Map<String, ProcessConfig> processes = new LinkedHashMap<>();
    for (String program : values.get(GroupOptions.PROGRAMS)) {
      for (IniSection member : member(values, program)) {
        taken.add(member);
        programs.read(member, name).forEach(process -> add(processes, process));
      }
    }
    int priority = values.get(GroupOptions.PRIORITY);
    groups.add(new GroupConfig.Programs(name, priority, List.copyOf(processes.values())));
  }

  /** Of two processes of the same name, Supervisor runs the one that comes later. */
  private void add(Map<String, ProcessConfig> processes, ProcessConfig process) {
    if (processes.put(process.id().name(), process) != null) {
      context
          .findings()
          .warn(
              "group "
                  + process.id().group()
                  + " has two processes named "
                  + process.id().name()
                  + "; only the later one is run");
    }
  }

  private List<IniSection> member(SectionValues values, String program) {
    List<IniSection> found = new ArrayList<>();
    document.section(SectionKind.PROGRAM.title() + ":" + program).ifPresent(found::add);
    document.section(SectionKind.FCGI_PROGRAM.title() + ":" + program).ifPresent(found::add);
    if (found.isEmpty()) {
      values.reject(
          GroupOptions.PROGRAMS, "unknown program \"" + program + '"' + suggestion(program));
    } else if (found.size() > 1) {
      values.reject(
          GroupOptions.PROGRAMS,
          "expected one program named \"" + program + "\", not both a program and a fcgi-program");
    }
    return found;
  }

  private String suggestion(String program) {
    List<String> known =
        document.sections().stream()
            .map(IniSection::name)
            .filter(name -> name.startsWith("program:") || name.startsWith("fcgi-program:"))
            .map(SectionName::afterColon)
            .toList();
    return Spelling.suggestion(program, known);
  }

  private void program(IniSection section) {
    String name = SectionName.of(section, context);
    List<ProcessConfig> processes = programs.read(section, name);
    groups.add(new GroupConfig.Programs(name, priority(section), distinct(processes)));
  }

  private void fcgiProgram(IniSection section) {
    String name = SectionName.of(section, context);
    SectionValues values =
        context.values(section).with(context.expansions().with("program_name", name));
    List<ProcessConfig> processes = distinct(programs.read(section, name));
    Optional<SocketConfig> socket = new FcgiSocketReader(context).read(values);
    socket.ifPresent(
        shared -> groups.add(new GroupConfig.FastCgi(name, priority(section), processes, shared)));
  }

  private int priority(IniSection section) {
    String name = SectionName.afterColon(section.name());
    return context
        .values(section)
        .with(context.expansions().with("program_name", name).with("group_name", name))
        .get(ProgramOptions.PRIORITY);
  }

  private List<ProcessConfig> distinct(List<ProcessConfig> processes) {
    Map<String, ProcessConfig> distinct = new LinkedHashMap<>();
    processes.forEach(process -> add(distinct, process));
    return List.copyOf(distinct.values());
  }

  /** Of two groups of the same name, Supervisor runs the one that comes first. */
  private List<GroupConfig> withoutDuplicates() {
    Map<String, GroupConfig> distinct = new LinkedHashMap<>();
    for (GroupConfig group : groups) {
      if (distinct.putIfAbsent(group.name(), group) != null) {
        context
            .findings()
            .warn("there are two groups named " + group.name() + "; only the first one is run");
      }
    }
    return List.copyOf(distinct.values());
  }
}
