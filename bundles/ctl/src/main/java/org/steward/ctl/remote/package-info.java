/** The near end of a session of the server's command shell. */
@org.jspecify.annotations.NullMarked
package org.steward.ctl.remote;
