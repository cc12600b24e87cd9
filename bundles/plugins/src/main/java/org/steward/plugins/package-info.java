/**
 * The platform's side of the plugin contract. This package is the rim: the components that wire the
 * rooms to services.
 *
 * <ul>
 *   <li>{@code folder}: jars that come, change and go while the daemon runs
 *   <li>{@code health}: how each plugin fares, and why
 *   <li>{@code settings}: sections of {@code supervisord.conf} on their way to plugins
 *   <li>{@code log}: the OSGi log on its way to the activity log
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package org.steward.plugins;
