/** What any client may ask by HTTP, of a whole daemon. */
package org.steward.itests.web;
