/** What supervised processes look like from outside: immutable values, safe on any thread. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
@org.jspecify.annotations.NullMarked
package org.steward.api.process;
