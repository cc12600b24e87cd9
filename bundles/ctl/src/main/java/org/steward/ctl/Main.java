package org.steward.ctl;

import java.util.Arrays;
import org.steward.ctl.pidproxy.PidProxy;

/**
 * Entry point of all three tools. Which one runs is told by the system property {@value #TOOL}, or
 * else by the first argument.
 */
public final class Main {

  /** Names the tool to run; set by the scripts in {@code bin/}. */
  static final String TOOL = "steward.tool";

  private static final int USAGE = 2;

  private Main() {}

  /**
   * Runs the tool and ends the JVM with its exit status.
   *
   * @param args the tool's arguments, after its name where {@value #TOOL} is not set
   */
  public static void main(String[] args) {
    String tool = System.getProperty(TOOL);
    if (tool != null) {
      exit(run(tool, args));
    } else if (args.length > 0) {
      exit(run(args[0], Arrays.copyOfRange(args, 1, args.length)));
    } else {
      exit(run("", args));
    }
  }

  private static int run(String tool, String[] args) {
    switch (tool) {
      case "supervisorctl":
        return Supervisorctl.standard().run(args);
      case "pidproxy":
        return PidProxy.run(args);
      case "echo_supervisord_conf":
        return SampleConfig.print();
      default:
        System.err.println(
            "Error: unknown tool '"
                + tool
                + "': expected supervisorctl, pidproxy or echo_supervisord_conf");
        return USAGE;
    }
  }

  /**
   * Returning from main is the cheapest way out where the status allows it. Elsewhere halting is:
   * an exit would load the logging to look whether it is to be logged, and there is nothing left to
   * be done at an exit.
   */
  private static void exit(int status) {
    if (status != 0) {
      Runtime.getRuntime().halt(status);
    }
  }
}
