package org.steward.core.config;

/**
 * How a process is stopped.
 *
 * @param signal number of the signal that asks it to stop
 * @param waitsecs seconds until SIGKILL follows
 * @param asGroup whether the stop signal goes to its process group
 * @param killAsGroup whether SIGKILL goes to its process group
 * @param killTree whether what it leaves behind when it ends is killed
 */
public record StopPolicy(
    int signal, int waitsecs, boolean asGroup, boolean killAsGroup, boolean killTree) {

  /** One that leaves alone what a process leaves behind. */
  public StopPolicy(int signal, int waitsecs, boolean asGroup, boolean killAsGroup) {
    this(signal, waitsecs, asGroup, killAsGroup, false);
  }
}
