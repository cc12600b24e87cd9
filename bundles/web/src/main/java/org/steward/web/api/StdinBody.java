package org.steward.web.api;

import org.jspecify.annotations.Nullable;

@Doc("What is written to a process.")
record StdinBody(@Doc(value = "The text, sent as UTF-8.", optional = true) @Nullable String text) {}
