package org.steward.shell.command;

/** A command that tells by itself how to use it. */
public interface Explained {
  /** What it does, in a line. */
  String summary();

  /** How to use it, in lines without the last newline. */
  String explanation();
}
