package org.steward.core.config.schema;

/**
 * Where a TCP server listens.
 *
 * @param host its address in lower case, empty for all
 * @param port its port
 */
public record HostPort(String host, int port) {}
