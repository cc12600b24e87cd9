/**
 * HTTP/1.1 to supervisord over a UNIX socket, TCP or TLS: one connection, one request at a time,
 * blocking.
 *
 * <p>Written out instead of using {@code java.net.http}, which knows no UNIX sockets and takes
 * longer to load than a whole run of supervisorctl should last.
 */
@org.jspecify.annotations.NullMarked
package org.steward.ctl.net;
