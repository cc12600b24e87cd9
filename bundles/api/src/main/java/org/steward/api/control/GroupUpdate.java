package org.steward.api.control;

import org.jspecify.annotations.Nullable;

/**
 * What an update did to one group.
 *
 * @param change what was to be done
 * @param problem why it was not, null where it was
 */
public record GroupUpdate(UpdatePlan.GroupChange change, @Nullable String problem) {}
