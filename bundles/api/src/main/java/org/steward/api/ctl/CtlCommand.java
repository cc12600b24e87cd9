package org.steward.api.ctl;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One or several commands of {@code supervisorctl} that run inside the daemon, added by registering
 * a service of this type with their names in the property {@value #NAME}.
 *
 * <p>A command can be typed, and is listed by {@code supervisorctl help}, as soon as the service is
 * registered and until it goes; nothing is installed where {@code supervisorctl} runs. A command
 * that {@code supervisorctl} has itself cannot be replaced; of two services with one name the first
 * counts, and the list of plugins tells of the other.
 *
 * <p>Commands are run concurrently, each on a thread of its own, and may block. They see neither
 * the caller's terminal nor its files.
 */
@ConsumerType
public interface CtlCommand {
  /**
   * The service property with the name, or the names, that are typed: each a letter, then letters,
   * digits and underscores.
   */
  String NAME = "supervisor.ctl.command";

  /**
   * How to use a command: {@code name <argument>}, a tab, and what it does; in further lines more
   * ways to use it.
   *
   * @param command one of the service's names
   */
  String help(String command);

  /**
   * Runs a command.
   *
   * @param command one of the service's names
   * @param arguments the words after it, quotes removed
   * @throws org.steward.api.control.SupervisorFault is shown with the fault's name
   * @throws Exception whatever else is thrown is shown as an error with its message, and logged
   */
  Answer run(String command, List<String> arguments) throws Exception;

  /**
   * What a command has to say.
   *
   * @param status the exit status of {@code supervisorctl}, 0 for success
   * @param text what is printed, lines without the last newline; empty for nothing
   */
  record Answer(int status, String text) {
    /** Success. */
    public static Answer of(String text) {
      return new Answer(0, text);
    }

    /** A failure, with status 1. */
    public static Answer failed(String text) {
      return new Answer(1, text);
    }
  }
}
