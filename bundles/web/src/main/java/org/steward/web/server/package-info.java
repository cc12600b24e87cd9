/** The listening sockets, TCP and UNIX, and Jetty behind them. */
@org.jspecify.annotations.NullMarked
package org.steward.web.server;
