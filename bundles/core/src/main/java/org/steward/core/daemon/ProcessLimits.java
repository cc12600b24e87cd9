package org.steward.core.daemon;

import java.util.ArrayList;
import java.util.List;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.posix.Credentials;
import org.steward.core.posix.Credentials.Limit;
import org.steward.core.posix.Credentials.Resource;
import org.steward.core.posix.PosixException;

/**
 * Raises the limits of descriptors and processes to what {@code minfds} and {@code minprocs} ask
 * for.
 */
final class ProcessLimits {
  private final Credentials credentials;

  ProcessLimits(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * Raises what is too low.
   *
   * @return what to note in the log
   */
  List<String> raise(SupervisordConfig config) throws StartupException {
    List<String> notes = new ArrayList<>();
    raise(Resource.NOFILE, "RLIMIT_NOFILE", "minfds", config.minfds(), notes);
    raise(Resource.NPROC, "RLIMIT_NPROC", "minprocs", config.minprocs(), notes);
    return notes;
  }

  private void raise(Resource resource, String name, String option, int least, List<String> notes)
      throws StartupException {
    Limit limit = credentials.limit(resource);
    if (limit.soft() == -1 || limit.soft() >= least) {
      return;
    }
    long hard = limit.hard() == -1 ? -1 : Math.max(limit.hard(), least);
    try {
      credentials.setLimit(resource, new Limit(least, hard));
    } catch (PosixException e) {
      throw new StartupException(
          "cannot raise "
              + name
              + " to "
              + least
              + " as "
              + option
              + " asks for: the system allows "
              + limit.hard()
              + "; raise its limit or lower "
              + option);
    }
    notes.add("Increased " + name + " limit to " + least);
  }
}
