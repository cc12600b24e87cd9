package org.steward.api.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.steward.api.process.ProcessId;

/**
 * Everything that is configured of one process, with its effective values.
 *
 * @param id the process
 * @param values the options by their names in {@code supervisord.conf}, in the order people look
 *     for them, as the file would spell them; an option that is not set and has no default is left
 *     out
 * @param environment the variables added to the daemon's own, in order; they may hold secrets
 * @param origins where each option that is set is set, as {@code file:line}; what is not among them
 *     has its default. Empty where it is not known
 */
public record ProcessSettings(
    ProcessId id,
    Map<String, String> values,
    Map<String, String> environment,
    Map<String, String> origins) {
  /** Takes copies that keep the order. */
  public ProcessSettings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    origins = Map.copyOf(origins);
  }

  /** Of which it is not known where they are set. */
  public ProcessSettings(
      ProcessId id, Map<String, String> values, Map<String, String> environment) {
    this(id, values, environment, Map.of());
  }

  /** Leaves the environment's values out, as they may hold secrets. */
  @Override
  public String toString() {
    return "ProcessSettings[" + id + ", " + values + ", " + environment.keySet() + "]";
  }
}
