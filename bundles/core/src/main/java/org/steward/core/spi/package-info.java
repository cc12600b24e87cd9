/**
 * What core says to the bundles of event listeners and of plugins, and they to it. Like all below
 * it, this package is not part of the contract with plugins: its export carries a mandatory
 * attribute that only bundles of this project name.
 */
@Export(attribute = {"steward=internal", "mandatory:=steward"})
@Version("1.1.0")
@NullMarked
package org.steward.core.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
