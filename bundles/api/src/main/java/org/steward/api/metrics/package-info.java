/** How a bundle adds figures to {@code /metrics}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.steward.api.metrics;
