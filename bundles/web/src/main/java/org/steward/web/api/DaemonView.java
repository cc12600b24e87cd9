package org.steward.web.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Doc("The daemon, and who asks.")
record DaemonView(
    @Doc("Its configured identifier.") String identifier,
    @Doc("The version of this software.") String version,
    @Doc("Its process id.") int pid,
    @Doc("RUNNING, RESTARTING, SHUTDOWN or FATAL.") String state,
    @Doc("When it started, in seconds of the epoch.") long startedAt,
    @Doc("Its clock, in milliseconds of the epoch.") long now,
    @Doc("How many processes are in each state.") Map<String, Integer> states,
    @Doc(value = "The file of its activity log, left out if it is none.", optional = true)
        @Nullable String log,
    @Doc("The user who asks, empty where nobody is asked for a name.") String user,
    @Doc("What that user may do: read, operate or admin.") String role,
    @Doc("What its operator should know, each a sentence; most often none.")
        List<String> warnings) {}
