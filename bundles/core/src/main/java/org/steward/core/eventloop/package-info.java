/**
 * What the two loops are made of alike: what waits for a time, and what other threads have said.
 */
@NullMarked
package org.steward.core.eventloop;

import org.jspecify.annotations.NullMarked;
