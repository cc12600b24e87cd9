package org.steward.core.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code [supervisord]} section, with the command line's options laid over it.
 *
 * @param log the activity log
 * @param pidfile absolute path of the pid file
 * @param umask file mode mask of the daemon
 * @param nodaemon whether it stays in the foreground
 * @param silent whether it keeps its log off stdout
 * @param user account to change to, null for none
 * @param directory directory to change to when daemonising, null for none
 * @param identifier name of this daemon in its RPC interface and events
 * @param childLogDir directory of AUTO logs
 * @param nocleanup whether old AUTO logs are kept at start
 * @param stripAnsi whether escape sequences are removed from child logs
 * @param minfds least number of descriptors needed
 * @param minprocs least number of processes needed
 * @param environment variables given to all children
 * @param adopt whether children are to outlive a daemon that dies
 * @param controlGroups whether what a program starts is to be held together by a control group
 */
public record SupervisordConfig(
    ActivityLogConfig log,
    Path pidfile,
    int umask,
    boolean nodaemon,
    boolean silent,
    @Nullable Account user,
    @Nullable Path directory,
    String identifier,
    Path childLogDir,
    boolean nocleanup,
    boolean stripAnsi,
    int minfds,
    int minprocs,
    Map<String, String> environment,
    boolean adopt,
    boolean controlGroups) {}
