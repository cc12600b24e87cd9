/** Where clients reach the supervisor, and what pages of plugins are told and may add. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.0.0")
@org.jspecify.annotations.NullMarked
package org.steward.api.http;
