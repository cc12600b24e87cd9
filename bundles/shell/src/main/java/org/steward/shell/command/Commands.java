package org.steward.shell.command;

/** What all commands have in common. */
public final class Commands {
  /** The scope: {@code supervisor:status}. */
  public static final String SCOPE = "supervisor";

  private Commands() {}
}
