/** How a bundle adds a command to {@code supervisorctl}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.steward.api.ctl;
