/**
 * Event handlers inside this JVM: each has a bounded queue and a thread of its own, so that none
 * can harm the supervision loop or another handler.
 */
@org.jspecify.annotations.NullMarked
package org.steward.eventlisteners.handlers;
