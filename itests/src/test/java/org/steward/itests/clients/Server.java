package org.steward.itests.clients;

import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Ports;
import org.steward.itests.harness.Sandbox;

/**
 * A daemon with a UNIX socket for everybody and a TCP port for who has the password, which is
 * configured as a hash.
 */
record Server(Implementation implementation, Daemon daemon, int port) {

  static final String USER = "me";
  static final String PASSWORD = "geheim";

  /** Programs that stay, fail in every way, come in groups, and have names that want care. */
  static final String PROGRAMS =
      """
      [program:cat]
      command=/bin/cat
      startsecs=0
      [program:talk]
      command=/bin/sh -c 'echo hello; echo oops >&2; exec sleep 1000'
      startsecs=0
      stdout_logfile=%(here)s/talk.log
      [program:silent]
      command=/bin/sleep 1000
      startsecs=0
      stdout_logfile=NONE
      [program:missing]
      command=/nonexistent/program
      autostart=false
      [program:noexec]
      command=/etc/passwd
      autostart=false
      [program:quick]
      command=/bin/false
      startretries=0
      autostart=false
      [program:worker]
      command=/bin/sleep 1000
      startsecs=0
      numprocs=2
      process_name=%(program_name)s_%(process_num)d
      [program:late]
      command=/bin/sleep 1000
      startsecs=0
      autostart=false
      [program:umlauts]
      command=/bin/sh -c 'echo grüße; exec sleep 1000'
      startsecs=0
      [program:bytes]
      command=/bin/sh -c 'printf "\\\\377\\\\376 no text\\\\n"; exec sleep 1000'
      startsecs=0
      stdout_logfile=%(here)s/bytes.log
      [group:pair]
      programs=left,right
      priority=5
      [program:left]
      command=/bin/sleep 1000
      startsecs=0
      autostart=false
      [program:right]
      command=/nonexistent/right
      startsecs=0
      autostart=false
      """;

  /** Starts one on the programs, and waits until it answers. */
  static Server start(Sandbox sandbox, Implementation implementation) {
    Server server =
        new Server(
            implementation,
            implementation == Implementation.STEWARD ? sandbox.steward("") : sandbox.debian(""),
            Ports.free());
    server.configure(PROGRAMS);
    server.daemon.start().awaitAnswer();
    server.daemon.awaitFile("talk.log", "hello").awaitFile("bytes.log", "no text");
    return server;
  }

  /** Replaces the programs of the configuration file. */
  void configure(String programs) {
    String servers =
        """
        [unix_http_server]
        file=%%(here)s/s.sock
        [inet_http_server]
        port=127.0.0.1:%d
        username=%s
        password={SHA}906072001efddf3e11e6d2b5782f4777fe038739
        [rpcinterface:supervisor]
        supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface
        [supervisorctl]
        serverurl=unix://%%(here)s/s.sock
        """
            .formatted(port, USER);
    daemon.configure(servers + programs);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The same with the user and the password in it. */
  String urlWithPassword() {
    return "http://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port;
  }

  /** A command line of a supervisorctl, with URL and DIR for where this server is. */
  Command supervisorctl(Implementation client, String line) {
    String[] words = line.isEmpty() ? new String[0] : line.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replace("URL", url()).replace("DIR", daemon.folder().toString());
    }
    return daemon.supervisorctl(client, words);
  }

  /**
   * A text without what differs from server to server and from run to run, and without what is
   * meant to differ: the version, the words for what is wrong in a configuration, and the lines of
   * the activity log, whose order here is another and some of which only this one writes.
   */
  String general(String text) {
    return text.replace(daemon.folder().toString(), "DIR")
        .replace(":" + port, ":PORT")
        .replaceAll("\\b4\\.[23]\\.\\d+\\b", "VERSION")
        .replaceAll("['\"]?CANT_REREAD: .*", "CANT_REREAD")
        .replaceAll("(?m)^.* (spawned|success|audit): .*\n", "")
        .replaceAll("pid \\d+, uptime \\d+:\\d+:\\d+", "pid N, uptime U")
        .replaceAll("(?m)^((?:supervisor> )*)[1-9]\\d*$", "$1N")
        .replaceAll("[A-Z][a-z]{2} \\d\\d \\d\\d:\\d\\d [AP]M", "TIME");
  }
}
