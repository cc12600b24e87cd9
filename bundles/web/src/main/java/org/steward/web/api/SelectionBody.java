package org.steward.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("What is to be done to several processes at once.")
record SelectionBody(
    @Doc(value = "The processes, each as group:name.", optional = true)
        @Nullable List<String> processes,
    @Doc(value = "Whether all processes are meant.", optional = true) @Nullable Boolean all,
    @Doc(
            value =
                "Whether to answer only when it is decided that they started or stopped; true if left out.",
            optional = true)
        @Nullable Boolean await,
    @Doc(value = "The signal to send, by name or number; for signal only.", optional = true)
        @Nullable String signal) {
  OrderBody order() {
    return new OrderBody(await, signal);
  }
}
