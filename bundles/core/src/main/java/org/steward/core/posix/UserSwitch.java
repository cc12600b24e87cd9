package org.steward.core.posix;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program as another user by putting util-linux's setpriv before it. The daemon changing a
 * thread of its own instead would let that user's processes kill it in the meantime.
 *
 * <p>A program that cannot be executed makes setpriv, not the spawn fail: check it before.
 */
public final class UserSwitch {
  private static final List<String> PLACES =
      List.of("/usr/bin/setpriv", "/bin/setpriv", "/usr/local/bin/setpriv");

  private final String setpriv;

  /** Switches with the setpriv at this path. */
  public UserSwitch(String setpriv) {
    this.setpriv = setpriv;
  }

  /** Finds setpriv where distributions put it; null where there is none. */
  public static @Nullable UserSwitch find(Credentials credentials) {
    return PLACES.stream()
        .filter(credentials::executable)
        .findFirst()
        .map(UserSwitch::new)
        .orElse(null);
  }

  /** The file to execute instead of the program. */
  public String path() {
    return setpriv;
  }

  /**
   * The arguments to execute it with. The program sees its path as its own name: setpriv has no way
   * to give it another.
   *
   * @param program the program's path
   * @param argv the program's arguments, its own name first
   * @param uid the user to become
   * @param gid the user's group; the supplementary groups are the user's
   */
  public List<String> argv(String program, List<String> argv, int uid, int gid) {
    List<String> all = new ArrayList<>();
    all.add(setpriv);
    all.add("--reuid=" + Integer.toUnsignedString(uid));
    all.add("--regid=" + Integer.toUnsignedString(gid));
    all.add("--init-groups");
    all.add("--");
    all.add(program);
    all.addAll(argv.subList(1, argv.size()));
    return List.copyOf(all);
  }
}
