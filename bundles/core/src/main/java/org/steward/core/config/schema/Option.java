package org.steward.core.config.schema;

import org.jspecify.annotations.Nullable;

/**
 * An option of a section.
 *
 * @param key its name, in lower case
 * @param type what its value is
 * @param fallback the text that counts where it is not set, null for none
 * @param absence what it means that it is not set, for the reference
 * @param scope what may be expanded in it
 * @param meaning what it does, for the reference
 * @param onset what it takes for a changed value to count, null for what is no part of a group
 */
public record Option<T>(
    String key,
    ValueType<T> type,
    @Nullable String fallback,
    String absence,
    Scope scope,
    String meaning,
    @Nullable Onset onset) {

  /** An option that is always set, to its default where need be. */
  static <T> Option<T> withDefault(
      String key, ValueType<T> type, String fallback, Scope scope, String meaning) {
    String absence = fallback.isEmpty() ? "nothing" : "`" + fallback + "`";
    return new Option<>(key, type, fallback, absence, scope, meaning, null);
  }

  /** An option that may be unset. */
  static <T> Option<T> optional(
      String key, ValueType<T> type, String absence, Scope scope, String meaning) {
    return new Option<>(key, type, null, absence, scope, meaning, null);
  }

  /** An option that must be set. */
  static <T> Option<T> required(String key, ValueType<T> type, Scope scope, String meaning) {
    return new Option<>(key, type, null, "required", scope, meaning, null);
  }

  /** The same, with what it takes for a changed value to count. */
  Option<T> taking(Onset how) {
    return new Option<>(key, type, fallback, absence, scope, meaning, how);
  }
}
