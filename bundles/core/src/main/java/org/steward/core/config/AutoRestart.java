package org.steward.core.config;

/** When a process that left RUNNING by itself is started again: the {@code autorestart} option. */
public enum AutoRestart {
  /** Never. */
  NEVER,
  /** Only where its exit status is not in {@code exitcodes}. */
  UNEXPECTED,
  /** Always. */
  ALWAYS
}
