package org.steward.api.control;

/**
 * What became of the last attempt to replace the running daemon by another version of it.
 *
 * @param count how many attempts there were since this process was started; 0 for none
 * @param from the version before, empty for none
 * @param to the version after; where it failed, the same as before
 * @param at wall-clock second of it
 * @param millis how long nobody looked after the programs
 * @param problem why the daemon before has gone on, empty where all is well
 */
public record UpgradeReport(
    int count, String from, String to, long at, long millis, String problem) {
  /** There was no attempt. */
  public static final UpgradeReport NONE = new UpgradeReport(0, "", "", 0, 0, "");
}
