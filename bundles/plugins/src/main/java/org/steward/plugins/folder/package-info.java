/**
 * Jars dropped into the plugin folders become bundles, and go with them. Nothing here runs a
 * plugin's code on the thread that watches: code that never returns costs its own plugin only.
 */
@org.jspecify.annotations.NullMarked
package org.steward.plugins.folder;
