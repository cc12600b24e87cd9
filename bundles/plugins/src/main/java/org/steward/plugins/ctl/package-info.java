/** The commands that plugins add to {@code supervisorctl}. */
@org.jspecify.annotations.NullMarked
package org.steward.plugins.ctl;
