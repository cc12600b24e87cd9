/** The sockets clients connect to, bound before the first program starts. */
@org.jspecify.annotations.NullMarked
package org.steward.core.sockets;
