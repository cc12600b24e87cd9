/**
 * Starts the OSGi framework with the bundles of the distribution and ends the process when core
 * says so. Knows bundles only as files in folders named after their start level; everything else is
 * the bundles' own.
 */
@NullMarked
package org.steward.launcher;

import org.jspecify.annotations.NullMarked;
