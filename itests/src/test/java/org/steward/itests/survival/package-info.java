/** Programs outlive the daemon: when it is replaced, and when it is killed. */
package org.steward.itests.survival;
