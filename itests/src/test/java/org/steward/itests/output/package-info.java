/** What becomes of the bytes that children write, beside what Debian's Supervisor makes of them. */
package org.steward.itests.output;
