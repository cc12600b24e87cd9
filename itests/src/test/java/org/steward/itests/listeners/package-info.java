/** Event listeners as processes, beside Debian's Supervisor. */
package org.steward.itests.listeners;
