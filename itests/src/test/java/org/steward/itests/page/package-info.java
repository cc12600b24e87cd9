/** The page people use, tried in a real browser on a real daemon. */
package org.steward.itests.page;
