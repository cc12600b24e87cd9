/**
 * What clients ask of the daemon, on their own threads: the facade of the API, over the loop's
 * handle and the desks that read files.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.control;
