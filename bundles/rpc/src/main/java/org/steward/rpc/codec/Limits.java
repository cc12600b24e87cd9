package org.steward.rpc.codec;

/**
 * What one call may cost. Each bound has a refusal of its own; Supervisor has none of them, and
 * answers whatever fits into its memory.
 *
 * @param requestBytes longest request body
 * @param depth deepest nesting of elements in a request, the root included
 * @param textChars longest text in one element of a request
 * @param values most values in a request, nested ones included
 * @param answerBytes longest answer
 * @param logBytes longest piece of a log in one answer
 */
public record Limits(
    int requestBytes, int depth, int textChars, int values, int answerBytes, int logBytes) {
  private static final int MIB = 1 << 20;

  /** The JDK's parser has a bound of its own at 100, which it does not tell from bad syntax. */
  private static final int DEPTH = 96;

  /**
   * The bounds that suit a heap of the given size: requests hold a multicall over ten thousand
   * processes, answers may fill a quarter of the heap, pieces of logs an eighth.
   *
   * @param maxHeap the heap's upper bound in bytes
   */
  public static Limits forHeap(long maxHeap) {
    return new Limits(
        4 * MIB,
        DEPTH,
        MIB,
        100_000,
        portion(maxHeap / 4, 16 * MIB),
        portion(maxHeap / 8, 8 * MIB));
  }

  private static int portion(long wanted, int least) {
    return (int) Math.clamp(wanted, least, 512L * MIB);
  }
}
