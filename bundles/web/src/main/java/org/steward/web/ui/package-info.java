/** The page people use: static files under {@code /ui/}, which live on the JSON API. */
@org.jspecify.annotations.NullMarked
package org.steward.web.ui;
