/** What all answers share: who may ask, which page answers, how errors and headers look. */
@org.jspecify.annotations.NullMarked
package org.steward.web.http;
