package org.steward.api.http;

import java.util.Locale;

/** What a user may do, least first; each includes those before it. */
public enum Role {
  /** See states, configuration and logs. */
  READ,
  /** Start, stop and signal programs, write to them, and clear their logs. */
  OPERATE,
  /** Change the running set, and restart or end the daemon. */
  ADMIN;

  /** Whether who has this role may do what the other asks for. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The name as configured: {@code read}, {@code operate} or {@code admin}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
