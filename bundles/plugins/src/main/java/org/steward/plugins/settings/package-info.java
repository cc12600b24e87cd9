/**
 * Sections of supervisord.conf as configurations of OSGi Configuration Admin, and the plugins' say
 * in them.
 */
@org.jspecify.annotations.NullMarked
package org.steward.plugins.settings;
