/** The event listener protocol: pools, buffers and results. */
@org.jspecify.annotations.NullMarked
package org.steward.eventlisteners;
