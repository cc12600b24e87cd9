/** How a bundle adds an RPC namespace. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package org.steward.api.rpc;
