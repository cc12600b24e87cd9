/** Stand-ins for the platform's services, for the unit tests of plugins. Not a bundle. */
@org.jspecify.annotations.NullMarked
package org.steward.api.testing;
