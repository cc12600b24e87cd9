/** The control facade: everything a client may ask of the running supervisor. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
@org.jspecify.annotations.NullMarked
package org.steward.api.control;
