/** Plugins that come and go, and that do what they should not. */
package org.steward.itests.plugins;
