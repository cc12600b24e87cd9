package org.steward.web.http;

/**
 * Writes down who changed what, for the operator to find in the activity log. Safe on any thread.
 */
public interface Audit {
  /**
   * A change was asked for, and is begun.
   *
   * @param address where from
   * @param door by what: {@code api}, {@code page}
   * @param words what is done
   */
  void changed(Visitor visitor, String address, String door, String words);

  /**
   * A change failed.
   *
   * @param reason why
   */
  void failed(Visitor visitor, String words, String reason);
}
