/** The configured sockets: core binds them, the web bundle serves them. Not for plugins. */
@Export(attribute = {"steward=internal", "mandatory:=steward"})
@Version("1.0.0")
@NullMarked
package org.steward.core.spi.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
