/**
 * What core and the event listener bundle say to each other. Not part of the plugin contract: the
 * export carries a mandatory attribute that only bundles of this project name.
 */
@Export(attribute = {"steward=internal", "mandatory:=steward"})
@Version("1.1.0")
@NullMarked
package org.steward.core.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
