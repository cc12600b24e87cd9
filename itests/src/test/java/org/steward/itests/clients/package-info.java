/**
 * Clients that nobody here wrote, against this daemon and, where there is something to compare,
 * against Debian's Supervisor: what they print must be the same, but for what differs from run to
 * run.
 */
package org.steward.itests.clients;
