/**
 * The seam to the operating system. The only package that may use {@code java.lang.foreign}; a port
 * to another UNIX goes here. Interfaces name system calls by what they do; failures carry the
 * errno.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.posix;
