/**
 * How a plugin fares: what the framework, the component runtime and the platform's own whiteboards
 * know of a bundle, as reasons for people.
 */
@org.jspecify.annotations.NullMarked
package org.steward.plugins.health;
