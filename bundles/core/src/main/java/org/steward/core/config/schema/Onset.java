package org.steward.core.config.schema;

/** What it takes for the changed value of an option to count once {@code update} has read it. */
public enum Onset {
  LIVE("at once; a process that runs goes on"),
  RESTART("the process is stopped and started again, if it runs"),
  MEMBERS("only processes that are new are started, and only those that are gone are stopped"),
  GROUP("all processes of the group are stopped and started again");

  private final String meaning;

  Onset(String meaning) {
    this.meaning = meaning;
  }

  /** Its name in the reference. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What happens, for the reference. */
  public String meaning() {
    return meaning;
  }
}
