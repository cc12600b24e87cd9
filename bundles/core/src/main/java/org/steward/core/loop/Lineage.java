package org.steward.core.loop;

/**
 * What ties this loop's children to earlier and later daemons.
 *
 * @param adopt whether children are to outlive the daemon, and are noted in the journal
 * @param mark begins an entry of each child's environment that no other daemon's children have
 * @param lastToken the greatest token that was ever given to a child
 */
public record Lineage(boolean adopt, String mark, long lastToken) {
  /** Children of a daemon that nobody else knows end with it. */
  public static final Lineage NONE = mortal("");

  /** Children end with the daemon. */
  public static Lineage mortal(String mark) {
    return new Lineage(false, mark, 0);
  }

  /** The variable that {@link #mark} is the value of. */
  public static final String VARIABLE = "STEWARD_CHILD";

  /** The entry of a child's environment. */
  String entry(long token) {
    return VARIABLE + "=" + mark + "." + token;
  }
}
