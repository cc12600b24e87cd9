/** The command shell, over the daemon's sockets and on its own terminal. */
package org.steward.itests.shell;
