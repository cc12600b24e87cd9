package org.steward.rpc.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.rpc.codec.EscapedText;
import org.steward.rpc.codec.Limits;
import org.steward.rpc.codec.WireValue;

/**
 * Pieces of log files by Supervisor's rules for offsets and lengths, which are in bytes. Reads on
 * the caller's thread, in small steps straight into the answer's final form.
 *
 * <p>Supervisor answers a piece of any size. Here a piece is bounded: {@link #read} refuses a
 * longer one, since a client that got less than it asked for would take it for all there is; {@link
 * #tail} answers the end and sets the overflow flag, which says just that.
 */
final class LogFiles {
  private final Limits limits;

  LogFiles(Limits limits) {
    this.limits = limits;
  }

  /**
   * The end of a log.
   *
   * @param text the piece
   * @param size the log's size in bytes
   * @param overflow whether the log went on beyond what was asked for
   */
  record Tail(WireValue text, long size, boolean overflow) {
    /** Where there is no log. */
    static final Tail EMPTY = nothing(0);

    static Tail nothing(long offset) {
      return new Tail(out -> out.string(""), offset, false);
    }

    WireValue encoded() {
      return out -> {
        out.openArray();
        text.writeTo(out);
        out.integer(size);
        out.bool(overflow);
        out.closeArray();
      };
    }
  }

  /**
   * A piece of a log.
   *
   * @param offset where to begin; negative for so many bytes before the end, with a length of 0
   * @param length how many bytes, 0 for all to the end
   * @throws SupervisorFault NO_FILE, BAD_ARGUMENTS; FAILED where it cannot be read or the piece is
   *     too long
   */
  WireValue read(Path log, long offset, long length) {
    if (!Files.exists(log)) {
      throw new SupervisorFault(Fault.NO_FILE, log.toString());
    }
    if (length < 0 || offset < 0 && length != 0) {
      throw new SupervisorFault(Fault.BAD_ARGUMENTS);
    }
    try (FileChannel file = open(log)) {
      long size = file.size();
      long from = Math.min(size, offset < 0 ? Math.max(0, size + offset) : offset);
      long to = length == 0 || length > size - from ? size : from + length;
      if (to - from > limits.logBytes()) {
        throw tooLong(to - from);
      }
      return text(file, from, to);
    } catch (IOException e) {
      throw new SupervisorFault(Fault.FAILED);
    }
  }

  private SupervisorFault tooLong(long length) {
    return new SupervisorFault(
        Fault.FAILED,
        "this piece of the log has %d bytes, at most %d are answered at once; read it in pieces, or tail it"
            .formatted(length, limits.logBytes()));
  }

  /** The end of a log; the rules are the documented ones of {@code tailProcessStdoutLog}. */
  Tail tail(Path log, long offset, long length) {
    if (!Files.exists(log)) {
      return Tail.EMPTY;
    }
    try (FileChannel file = open(log)) {
      long size = file.size();
      boolean overflow = size > saturatedSum(offset, length);
      long from = overflow ? size - 1 : offset;
      long wanted = length;
      if (saturatedSum(from, wanted) > size) {
        wanted = from > size - 1 ? 0 : wanted;
        from = size - wanted;
      }
      from = Math.max(0, from);
      long to = Math.min(size, saturatedSum(from, Math.max(0, wanted)));
      if (to - from > limits.logBytes()) {
        from = to - limits.logBytes();
        overflow = true;
      }
      return new Tail(text(file, from, to), size, overflow);
    } catch (IOException e) {
      return Tail.nothing(offset);
    }
  }

  /** Offsets and lengths come from clients and may be as large as a long. */
  private static long saturatedSum(long a, long b) {
    long sum = a + b;
    boolean overflowed = ((a ^ sum) & (b ^ sum)) < 0;
    return overflowed ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  /** Opening a pipe or a terminal could wait forever, and {@code /dev/stdout} may be either. */
  private static FileChannel open(Path log) throws IOException {
    if (!Files.isRegularFile(log)) {
      throw new IOException("not a regular file: " + log);
    }
    return FileChannel.open(log, StandardOpenOption.READ);
  }

  private WireValue text(FileChannel file, long from, long to) throws IOException {
    long begin = Utf8Borders.at(file, from);
    long end = Math.max(begin, Utf8Borders.at(file, to));
    EscapedText text = new EscapedText((int) (end - begin) + 64, limits);
    new Utf8Text(file).copy(begin, end, text);
    return text;
  }
}
