package org.steward.ctl;

/** Supervisorctl's answer to {@code -h}. */
final class Usage {

  private Usage() {}

  static String of(String program) {
    return "supervisorctl -- control the processes of a supervisord.\n\nUsage: "
        + program
        + """
         [options] [action [arguments]]

        Options:
        -c/--configuration FILENAME -- read [supervisorctl] from this file (default: the first
             supervisord.conf or etc/supervisord.conf found beside the program's directory, in
             the current directory, in /etc or in /etc/supervisor)
        -h/--help -- show this text and end
        -i/--interactive -- ask before supervisord is stopped or restarted, and for credentials
        -s/--serverurl URL -- talk to the supervisord at this URL: unix:///path, http://host:port
             or https://host:port (default "http://localhost:9001")
        -u/--username USERNAME -- authenticate as this user
        -p/--password PASSWORD -- authenticate with this password
        -j/--json -- print one JSON object in place of lines; --json may also come last
        -r/--history-file FILENAME -- keep the shell's history in this file

        action [arguments] -- what to do, like "status" or "tail -f web"; "help" lists the actions.
             <namespace>.<method> [arguments] calls any method of supervisord and of its plugins.

        Without an action, a shell reads them from the terminal or from a pipe.
        """;
  }
}
