package org.steward.web.api;

import java.util.List;

@Doc("What one process used, at the last of the times.")
record ProcessUsageView(
    @Doc("In percent of one processor, on the average since the time before.") List<Number> cpu,
    @Doc("Resident memory, in KiB.") List<Number> memory) {}
