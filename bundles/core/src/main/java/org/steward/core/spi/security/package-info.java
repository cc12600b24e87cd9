/**
 * What every bundle that clients reach owes them: a trail of changes, and discretion. Not for
 * plugins.
 */
@Export(attribute = {"steward=internal", "mandatory:=steward"})
@Version("1.0.0")
@NullMarked
package org.steward.core.spi.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
