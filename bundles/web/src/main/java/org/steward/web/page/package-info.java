/** The classic pages, with the addresses and parameters scripts use. */
@org.jspecify.annotations.NullMarked
package org.steward.web.page;
