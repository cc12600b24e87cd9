/**
 * Where events leave the supervision loop: to event listener processes, speaking Supervisor's
 * protocol ({@code protocol}), and to handlers inside this JVM ({@code handlers}). This package is
 * the rim: the OSGi components that wire the two to services.
 */
@org.jspecify.annotations.NullMarked
package org.steward.eventlisteners;
