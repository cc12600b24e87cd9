/** SLF4J for foreign bundles that log through it: what matters goes to the OSGi log. */
@org.jspecify.annotations.NullMarked
package org.steward.slf4j;
