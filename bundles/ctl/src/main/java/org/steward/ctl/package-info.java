/**
 * The command line tools: supervisorctl, pidproxy and echo_supervisord_conf. Plain Java, no OSGi.
 *
 * <p>A run of {@code supervisorctl status} lives for some tens of milliseconds, most of which the
 * JVM spends on loading classes. The packages below therefore keep to few and small classes on that
 * way: no regular expressions, streams, lambdas or {@code String.format}; what only the interactive
 * shell, TLS or a rarely used action needs is loaded when it is used.
 */
@org.jspecify.annotations.NullMarked
package org.steward.ctl;
