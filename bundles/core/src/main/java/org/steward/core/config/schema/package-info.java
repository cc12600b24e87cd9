/**
 * What may be configured, as data: every section and option with its type, default, expansions and
 * meaning. The readers take their types and defaults from here, the check for unknown keys its
 * names, and {@code docs/reference/configuration.md} is written from it.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.config.schema;
