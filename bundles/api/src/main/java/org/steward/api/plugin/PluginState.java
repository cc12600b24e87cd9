package org.steward.api.plugin;

/** How a plugin fares, in one word; {@link PluginInfo#reasons} has the others. */
public enum PluginState {
  /** All of it works. */
  ACTIVE,
  /** It runs, but a part of it does not: a namespace was rejected, a handler does not return. */
  DEGRADED,
  /** It cannot run before something comes: a package, a service, a section of the configuration. */
  WAITING,
  /** It was tried and failed: no usable jar, or its code threw. */
  FAILED,
  /** It was stopped by hand. */
  STOPPED,
  /** The configuration asks for it, and no bundle provides it. */
  ABSENT
}
