/**
 * {@code pidproxy}: runs a command that puts itself into the background, and passes signals to the
 * process its pidfile names. The C library is called through {@code java.lang.foreign}: the JVM's
 * own signal handling cannot take SIGQUIT, which is what many of the daemons run this way are
 * stopped by.
 */
@org.jspecify.annotations.NullMarked
package org.steward.ctl.pidproxy;
