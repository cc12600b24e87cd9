/** The supervision core. */
@org.jspecify.annotations.NullMarked
package org.steward.core;
