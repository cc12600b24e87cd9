/** The sockets clients reach the supervisor by. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
@org.jspecify.annotations.NullMarked
package org.steward.api.http;
