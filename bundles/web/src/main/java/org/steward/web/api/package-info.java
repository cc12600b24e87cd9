/**
 * The JSON API under {@code /api/v1}: a table of endpoints, from which requests are answered and
 * the OpenAPI document and the reference are written.
 */
@org.jspecify.annotations.NullMarked
package org.steward.web.api;
