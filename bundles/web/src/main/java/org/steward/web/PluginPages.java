package org.steward.web;

import org.eclipse.jetty.server.Handler;

/**
 * What serves the pages of plugins: a service within this bundle, there while there are any. Kept
 * apart so that nothing of servlets is loaded before.
 */
interface PluginPages {
  /** A handler for every path this bundle does not serve itself; not started. */
  Handler newHandler();
}
