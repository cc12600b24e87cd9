package org.steward.ctl.action;

import java.io.IOException;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/**
 * How an order to one process ended.
 *
 * @param name the process's short name
 * @param code one of {@link org.steward.ctl.rpc.Faults}, SUCCESS included
 * @param description the fault's text
 */
record ProcessResult(String name, int code, String description) {

  static ProcessResult of(Struct struct) throws IOException {
    return new ProcessResult(
        Namespec.of(struct.string("group"), struct.string("name")),
        struct.integer("status"),
        struct.string("description"));
  }

  static ProcessResult of(String name, RpcFault fault) {
    return new ProcessResult(name, fault.code(), fault.text());
  }
}
