/** HTTP: Jetty on TCP and UNIX sockets, authentication, pages and log streams. */
@org.jspecify.annotations.NullMarked
package org.steward.web;
