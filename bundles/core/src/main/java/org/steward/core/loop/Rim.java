package org.steward.core.loop;

import org.steward.core.output.ActivityLog;
import org.steward.core.output.Output;

/** The output room's two faces: it takes orders, and it keeps the activity log. */
public record Rim(Output output, ActivityLog log) {}
