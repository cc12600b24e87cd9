package org.steward.core.config.schema;

import java.util.List;

/** Which names {@code %(...)s} may use in an option's value. */
public enum Scope {
  /** The daemon's environment and that of {@code [supervisord]}. */
  ENV("`ENV_x`", List.of()),
  /** As ENV, and the main file's directory. */
  HERE("`ENV_x`, `here`", List.of("here")),
  /** As HERE, and the machine's name. */
  HOST("`ENV_x`, `here`, `host_node_name`", List.of("here", "host_node_name")),
  /** As HERE, and the program's name. */
  SOCKET("`ENV_x`, `here`, `program_name`", List.of("here", "program_name")),
  /** What is the same for all processes of a program. */
  PROGRAM(
      "`ENV_x`, `here`, `host_node_name`, `program_name`, `group_name`",
      List.of("here", "host_node_name", "program_name", "group_name")),
  /** As PROGRAM, and what differs from process to process. */
  INSTANCE(
      "as _program_, and `process_num`, `numprocs`",
      List.of("here", "host_node_name", "program_name", "group_name", "process_num", "numprocs")),
  /** As INSTANCE; {@code ENV_x} also means the program's own {@code environment}. */
  PROCESS("as _instance_; `ENV_x` also means the program's own `environment`", INSTANCE.names);

  private static final String VARIABLE = "ENV_";

  private final String explained;
  private final List<String> names;

  Scope(String explained, List<String> names) {
    this.explained = explained;
    this.names = names;
  }

  /** What it allows, in words for the reference. */
  public String explained() {
    return explained;
  }

  /** The names it allows besides {@code ENV_x}. */
  public List<String> names() {
    return names;
  }

  /** Whether a value of this scope may use the name. */
  public boolean allows(String name) {
    return name.startsWith(VARIABLE) || names.contains(name);
  }
}
