package org.steward.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("What is to be updated.")
record UpdateBody(
    @Doc(
            value = "The plan that was looked at; left out to apply whatever there is.",
            optional = true)
        @Nullable String plan,
    @Doc(value = "Only these groups; left out for all.", optional = true)
        @Nullable List<String> groups) {}
