package org.steward.ctl.action;

import org.steward.ctl.rpc.Struct;

/** Something that a person is told by a line and a program, with {@code --json}, by a record. */
interface Recorded {

  /** {@return its fields in the order they are written; their names are an interface} */
  Struct record();
}
