package org.steward.web.api;

import org.jspecify.annotations.Nullable;

@Doc("How something is to be done. All members may be left out, and so may the body.")
record OrderBody(
    @Doc(
            value =
                "Whether to answer only when it is decided that it started or stopped; true if left out.",
            optional = true)
        @Nullable Boolean await,
    @Doc(value = "The signal to send, by name or number; for signal only.", optional = true)
        @Nullable String signal) {}
