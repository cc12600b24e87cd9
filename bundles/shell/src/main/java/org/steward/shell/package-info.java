/**
 * The command shell: Gogo's commands for the supervisor, and sessions to type them in. This package
 * is the rim: the OSGi components. What runs a session, and with it JLine, is loaded with the first
 * one.
 */
@org.jspecify.annotations.NullMarked
package org.steward.shell;
