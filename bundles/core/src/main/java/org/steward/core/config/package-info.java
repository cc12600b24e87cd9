/**
 * Configuration as a value: reading Supervisor's dialect of INI, expansion, validation and
 * difference. Runs on the caller's thread; touches files and the environment, never the running
 * set.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.config;
