package org.steward.core.journal;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.Account;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.Surroundings;

/**
 * A number for what a child is made from: a change of it takes a new child, while a change of
 * anything else (how it is restarted, stopped, logged) takes effect on the one there is. FNV-1a, as
 * it has to be the same in every version.
 */
public final class Fingerprint {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash = BASIS;

  private Fingerprint() {}

  /** Of a process of a group. */
  public static long of(ProcessConfig process, GroupConfig group) {
    Fingerprint print = new Fingerprint();
    print.add(process.command());
    Surroundings surroundings = process.surroundings();
    Account user = surroundings.user();
    print.add(user == null ? null : user.uid());
    print.add(surroundings.umask());
    print.add(surroundings.directory());
    print.add(surroundings.serverUrl());
    for (Map.Entry<String, String> variable :
        new TreeMap<>(surroundings.environment()).entrySet()) {
      print.add(variable.getKey());
      print.add(variable.getValue());
    }
    print.add(process.output().redirectStderr());
    print.add(
        switch (group) {
          case GroupConfig.Programs programs -> "program";
          case GroupConfig.FastCgi fastCgi -> fastCgi.socket().url();
          case GroupConfig.ListenerPool pool -> "listener";
        });
    return print.hash;
  }

  /** Of a text alone. */
  public static long of(String text) {
    Fingerprint print = new Fingerprint();
    print.add(text);
    return print.hash;
  }

  private void add(@Nullable Object value) {
    String text = value == null ? "\0" : value.toString();
    for (int i = 0; i < text.length(); i++) {
      step(text.charAt(i));
    }
    step('\uffff');
  }

  private void step(char c) {
    hash = (hash ^ c & 0xff) * PRIME;
    hash = (hash ^ c >> 8) * PRIME;
  }
}
