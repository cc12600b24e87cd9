package org.steward.launcher;

import java.nio.file.Path;
import java.util.List;

/**
 * Bundles that start together.
 *
 * @param number the OSGi start level, from 1
 * @param bundles their jars, in the order of installation
 */
record StartLevel(int number, List<Path> bundles) {}
