/**
 * From files, environment and command line to a {@link org.steward.core.config.Configuration}. All
 * that is wrong is found in one pass: what is broken is reported and read as if it were not set.
 * {@link org.steward.core.config.reader.ConfigReader} is the way in.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.config.reader;
