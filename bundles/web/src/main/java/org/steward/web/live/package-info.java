/** What happens right now, for those who watch: events as they come, and what processes use. */
@org.jspecify.annotations.NullMarked
package org.steward.web.live;
