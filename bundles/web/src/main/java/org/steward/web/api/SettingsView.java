package org.steward.web.api;

import java.util.List;
import java.util.Map;

@Doc("What one process runs with.")
record SettingsView(
    @Doc("Group and name with a colon in between.") String id,
    @Doc("The options by their names in the configuration file, with their effective values.")
        Map<String, String> values,
    @Doc("The variables added to the daemon's own; what looks like a secret is masked.")
        Map<String, String> environment,
    @Doc(
            "Where options are set in the files as last read, as file:line; what is not among them has"
                + " its default.")
        Map<String, String> origins,
    @Doc("How the configuration as last read differs; empty if it does not.")
        List<OptionChange> pending) {}
