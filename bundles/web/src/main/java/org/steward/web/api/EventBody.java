package org.steward.web.api;

import org.jspecify.annotations.Nullable;

@Doc("An event of a client's own, a REMOTE_COMMUNICATION.")
record EventBody(
    @Doc(value = "What it is, in the sender's own terms.", optional = true) @Nullable String kind,
    @Doc(value = "What it says.", optional = true) @Nullable String data) {}
