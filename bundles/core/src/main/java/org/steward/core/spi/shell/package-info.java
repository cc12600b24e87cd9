/** How a client gets a session of the command shell: the shell bundle opens it. Not for plugins. */
@Export(attribute = {"steward=internal", "mandatory:=steward"})
@Version("1.0.0")
@NullMarked
package org.steward.core.spi.shell;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
