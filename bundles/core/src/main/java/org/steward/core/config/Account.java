package org.steward.core.config;

/**
 * A user account of the system.
 *
 * @param name its name
 * @param uid its user id
 * @param gid its primary group id
 * @param home its home directory
 */
public record Account(String name, int uid, int gid, String home) {}
