/** Figures for monitoring: {@code /metrics}, {@code /healthz} and {@code /readyz}. */
@org.jspecify.annotations.NullMarked
package org.steward.web.metrics;
