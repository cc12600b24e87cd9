/** The archive as it is delivered: unpacked anywhere, started in any way, by anybody. */
package org.steward.itests.distribution;
