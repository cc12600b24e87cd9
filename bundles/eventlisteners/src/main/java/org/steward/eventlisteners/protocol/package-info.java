/**
 * The event listener protocol. All types here live on the supervision loop unless they say
 * otherwise, and know nothing of OSGi.
 *
 * <p>{@link Pools} is told what happens, {@link Pool} buffers and hands out events, {@link
 * Listener} holds the conversation with one process, {@link Judge} decides what its answers mean.
 */
@org.jspecify.annotations.NullMarked
package org.steward.eventlisteners.protocol;
