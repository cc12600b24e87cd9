package org.steward.core.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;
import org.steward.core.posix.Held;

/**
 * All that the output room knows, for the room of a later daemon in the same process. Pipes hold
 * what was not read; log files are opened anew.
 *
 * @param children those whose output is being kept
 * @param orphans pipes that outlived their child
 * @param backlog what logs did not take yet, in the order of writing
 * @param streams open logs that are no plain files
 */
public record OutputMemory(
    List<OfChild> children, List<OfOrphan> orphans, List<Waiting> backlog, List<OfTarget> streams) {
  /** Of a daemon that had no children. */
  public static final OutputMemory NONE =
      new OutputMemory(List.of(), List.of(), List.of(), List.of());

  /** A child's two streams. */
  public record OfChild(ChildOutput output, int pid, OfStream stdout, OfStream stderr) {}

  /**
   * One stream.
   *
   * @param pipe to be read, none where it is closed or someone else's to read
   * @param treatment what was being made of its bytes, null where they just go to a file
   * @param events events the supervision loop had no room for
   */
  public record OfStream(
      Held pipe, @Nullable OfTreatment treatment, List<SupervisorEvent> events) {}

  /**
   * What was being made of a stream's bytes.
   *
   * @param capturing whether it is between the tags
   * @param captured what is captured so far
   * @param matched how many bytes of the next tag were seen
   * @param escape how far an escape sequence was seen, null where none are removed
   * @param line the unfinished line for syslog
   * @param blankLines blank lines that are sent if more follows
   */
  public record OfTreatment(
      boolean capturing,
      byte[] captured,
      int matched,
      AnsiStripper.@Nullable State escape,
      byte[] line,
      int blankLines) {}

  /** A pipe that outlived its child. */
  public record OfOrphan(String name, @Nullable String path, RotationRule rule, Held pipe) {}

  /**
   * A log that is a pipe or the like: what lies in it would be lost if nobody held it for a moment.
   *
   * @param owned whether the daemon opened it itself, and so opens it anew
   */
  public record OfTarget(Held descriptor, boolean owned) {}

  /** Bytes, written in one go, that a log did not take yet. */
  public record Waiting(String path, RotationRule rule, byte[] bytes) {}
}
