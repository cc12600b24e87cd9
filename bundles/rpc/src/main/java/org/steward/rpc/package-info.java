/**
 * XML-RPC: what a POST to {@code /RPC2} means. This package holds the bundle's one component; the
 * rooms behind it know nothing of OSGi services.
 *
 * <ul>
 *   <li>{@code codec}: bytes to calls, values to bytes
 *   <li>{@code dispatch}: the table of published methods, calling them, {@code system.*}
 *   <li>{@code supervisor}: the {@code supervisor.*} methods
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package org.steward.rpc;
