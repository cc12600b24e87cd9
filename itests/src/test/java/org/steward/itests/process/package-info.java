/** Process control seen from outside, where it can be side by side with Debian's Supervisor. */
package org.steward.itests.process;
