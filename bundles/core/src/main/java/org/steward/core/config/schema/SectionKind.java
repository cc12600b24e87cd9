package org.steward.core.config.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of sections, in the order of the reference. */
public enum SectionKind {
  UNIX_HTTP_SERVER(
      "unix_http_server",
      Named.MAYBE,
      ServerOptions.UNIX,
      "A UNIX socket on which the daemon answers its clients."),
  INET_HTTP_SERVER(
      "inet_http_server",
      Named.MAYBE,
      ServerOptions.INET,
      "A TCP socket on which the daemon answers its clients. Whoever reaches it can run any"
          + " program as the daemon's user, so bind it to an address of your own and ask for a"
          + " password."),
  SUPERVISORD(
      "supervisord",
      Named.NO,
      SupervisordOptions.ALL,
      "The daemon. Must be there, if empty. The command line's options come before it."),
  SUPERVISORCTL(
      "supervisorctl", Named.NO, ClientOptions.SUPERVISORCTL, "Read by `supervisorctl` only."),
  INCLUDE("include", Named.NO, GroupOptions.INCLUDE, "More files of the configuration."),
  PROGRAM(
      "program",
      Named.ALWAYS,
      ProgramOptions.ALL,
      "A program to run. It is a group of its own, unless a `[group:x]` names it."),
  GROUP("group", Named.ALWAYS, GroupOptions.GROUP, "Several programs as one group."),
  FCGI_PROGRAM(
      "fcgi-program",
      Named.ALWAYS,
      GroupOptions.FCGI,
      "A program whose processes share a listening socket as their standard input. Has all options"
          + " of `[program:x]` too. Within a `[group:x]` it is an ordinary program, with no socket."),
  EVENT_LISTENER(
      "eventlistener",
      Named.ALWAYS,
      GroupOptions.LISTENER,
      "A pool of processes that are told of events. Has all options of `[program:x]` too, but"
          + " cannot redirect standard error."),
  RPC_INTERFACE(
      "rpcinterface",
      Named.ALWAYS,
      ClientOptions.RPC_INTERFACE,
      "Settings of an RPC namespace. Other keys are its own."),
  CTL_PLUGIN(
      "ctlplugin",
      Named.ALWAYS,
      ClientOptions.CTL_PLUGIN,
      "Settings of a plugin of `supervisorctl`. Other keys are its own. The daemon passes over it.");

  /** Whether a colon and a name follow. */
  private enum Named {
    NO,
    MAYBE,
    ALWAYS
  }

  private final String title;
  private final Named named;
  private final List<Option<?>> options;
  private final String meaning;

  SectionKind(String title, Named named, List<Option<?>> options, String meaning) {
    this.title = title;
    this.named = named;
    this.options = options;
    this.meaning = meaning;
  }

  /** The kind of a section, empty for one that Supervisor would pass over. */
  public static Optional<SectionKind> of(String section) {
    return Arrays.stream(values()).filter(kind -> kind.matches(section)).findFirst();
  }

  private boolean matches(String section) {
    return switch (named) {
      case NO -> section.equals(title);
      case MAYBE -> section.startsWith(title);
      case ALWAYS -> section.startsWith(title + ":");
    };
  }

  /** The part of its header before the colon. */
  public String title() {
    return title;
  }

  /** Its header, with {@code x} for a name. */
  public String header() {
    return "[" + title + (named == Named.ALWAYS ? ":x" : "") + "]";
  }

  /** Its own options. */
  public List<Option<?>> options() {
    return options;
  }

  /** What it is for. */
  public String meaning() {
    return meaning;
  }

  /** Whether keys that are not among its options belong to a plugin. */
  public boolean takesAnyKey() {
    return this == RPC_INTERFACE || this == CTL_PLUGIN;
  }

  /** Whether it has all options of {@code [program:x]} too. */
  public boolean extendsProgram() {
    return this == FCGI_PROGRAM || this == EVENT_LISTENER;
  }

  /** What it takes for a changed value of a program's or group's option to count. */
  public static Onset onset(String key) {
    for (SectionKind kind : values()) {
      for (Option<?> option : kind.options) {
        Onset onset = option.onset();
        if (onset != null && option.key().equals(key)) {
          return onset;
        }
      }
    }
    throw new IllegalArgumentException("no option of a program or group: " + key);
  }

  /** All keys it may have. */
  public List<String> knownKeys() {
    List<String> keys = new ArrayList<>(keysOf(options));
    if (extendsProgram()) {
      keys.addAll(keysOf(ProgramOptions.ALL));
    }
    return keys;
  }

  private static List<String> keysOf(List<Option<?>> options) {
    return options.stream().<String>map(Option::key).toList();
  }
}
