/** The activity log as bundles reach it: lines of the platform, and the OSGi log. */
@org.jspecify.annotations.NullMarked
package org.steward.plugins.log;
