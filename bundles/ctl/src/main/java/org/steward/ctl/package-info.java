/**
 * The command line tools: supervisorctl, pidproxy and echo_supervisord_conf. Plain Java, no OSGi.
 */
@org.jspecify.annotations.NullMarked
package org.steward.ctl;
