/** The command shell over an HTTP connection that is taken over for it. */
@org.jspecify.annotations.NullMarked
package org.steward.web.shell;
