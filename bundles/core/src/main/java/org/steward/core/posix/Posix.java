package org.steward.core.posix;

/**
 * All system calls the daemon makes, in one object. Stateless and safe on any thread unless a
 * method says otherwise.
 */
public interface Posix
    extends Descriptors, Polling, Processes, Credentials, Sockets, Survival, ControlGroups {}
