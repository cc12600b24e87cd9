package org.steward.rpc.supervisor;

import java.nio.file.Path;
import java.util.Optional;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.rpc.RpcMethod;

/** Reading the logs of processes. */
public final class ProcessLogMethods {
  private static final String READ_HELP =
      """
      @param string name  The process, or group:name
      @param int offset  Where to begin, in bytes; negative: so many bytes before the end, with a
                         length of 0
      @param int length  How many bytes, 0 for all to the end
      @return string result  The text
      """;
  private static final String TAIL_HELP =
      """
      Asks for length bytes from offset on. Where the log ends beyond them, its last length bytes
      are answered instead and the overflow flag is set. 0 and 0 ask for the size.

      @param string name  The process, or group:name
      @param int offset  Where to begin, in bytes
      @param int length  How many bytes at most
      @return array result  [text (string), size of the log (int), overflow (boolean)]
      """;

  private final Supervisor supervisor;
  private final LogFiles files;

  ProcessLogMethods(Supervisor supervisor, LogFiles files) {
    this.supervisor = supervisor;
    this.files = files;
  }

  /** A piece of a stdout log. */
  @RpcMethod(
      role = Role.READ,
      signature = {"string", "string", "int", "int"},
      help = "Read a piece of a process's stdout log.\n\n" + READ_HELP)
  public Object readProcessStdoutLog(String name, long offset, long length) {
    return read(name, LogStream.STDOUT, offset, length);
  }

  /** The older name of {@link #readProcessStdoutLog}. */
  @RpcMethod(
      role = Role.READ,
      signature = {"string", "string", "int", "int"},
      help = "The older name of readProcessStdoutLog.\n\n" + READ_HELP)
  public Object readProcessLog(String name, long offset, long length) {
    return read(name, LogStream.STDOUT, offset, length);
  }

  /** A piece of a stderr log. */
  @RpcMethod(
      role = Role.READ,
      signature = {"string", "string", "int", "int"},
      help = "Read a piece of a process's stderr log.\n\n" + READ_HELP)
  public Object readProcessStderrLog(String name, long offset, long length) {
    return read(name, LogStream.STDERR, offset, length);
  }

  /** The end of a stdout log. */
  @RpcMethod(
      role = Role.READ,
      signature = {"array", "string", "int", "int"},
      help = "Read the end of a process's stdout log.\n\n" + TAIL_HELP)
  public Object tailProcessStdoutLog(String name, long offset, long length) {
    return tail(name, LogStream.STDOUT, offset, length);
  }

  /** The older name of {@link #tailProcessStdoutLog}. */
  @RpcMethod(
      role = Role.READ,
      signature = {"array", "string", "int", "int"},
      help = "The older name of tailProcessStdoutLog.\n\n" + TAIL_HELP)
  public Object tailProcessLog(String name, long offset, long length) {
    return tail(name, LogStream.STDOUT, offset, length);
  }

  /** The end of a stderr log. */
  @RpcMethod(
      role = Role.READ,
      signature = {"array", "string", "int", "int"},
      help = "Read the end of a process's stderr log.\n\n" + TAIL_HELP)
  public Object tailProcessStderrLog(String name, long offset, long length) {
    return tail(name, LogStream.STDERR, offset, length);
  }

  private Object read(String name, LogStream stream, long offset, long length) {
    Path log = log(name, stream).orElseThrow(() -> new SupervisorFault(Fault.NO_FILE));
    return files.read(log, offset, length);
  }

  private Object tail(String name, LogStream stream, long offset, long length) {
    return log(name, stream)
        .map(log -> files.tail(log, offset, length))
        .orElse(LogFiles.Tail.EMPTY)
        .encoded();
  }

  private Optional<Path> log(String name, LogStream stream) {
    Namespec spec = Namespec.parse(name);
    ProcessId id = spec.in(supervisor.snapshot()).id();
    try {
      return supervisor.logs().processLog(id, stream);
    } catch (SupervisorFault goneMeanwhile) {
      throw spec.badName();
    }
  }
}
