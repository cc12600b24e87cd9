/** The typed events of the supervisor, in Supervisor's own hierarchy. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
@org.jspecify.annotations.NullMarked
package org.steward.api.event;
