/** Supervisorctl's command line and configuration: what to talk to, as whom, and what to do. */
@org.jspecify.annotations.NullMarked
package org.steward.ctl.options;
