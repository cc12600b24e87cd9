package org.steward.ctl.action;

import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.Struct;

/**
 * What became of one process under an order, for a report.
 *
 * @param words why it was not done, in the words of supervisorctl's lines
 */
record Outcome(Order order, ProcessResult result, String words) implements Recorded {

  @Override
  public Struct record() {
    boolean done = result.code() == Faults.SUCCESS;
    Struct record = new Struct();
    record.put("id", Namespec.qualified(result.name()));
    record.put("order", order.verb);
    record.put("done", done);
    record.put("status", Faults.name(result.code()));
    if (!done) {
      record.put("detail", words);
    }
    return record;
  }
}
