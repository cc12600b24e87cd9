package org.steward.core.posix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs what would ruin the tests' own virtual machine in one of its own; see {@link Victim}. */
final class SubJvm {
  private final Kernel kernel;

  SubJvm(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Starts it with HUP, QUIT and TERM blocked, as the daemon's launcher does. */
  Kernel.Result run(String deed) {
    List<String> argv = new ArrayList<>(List.of("env", "--block-signal=HUP,QUIT,TERM"));
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-Xrs", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m"));
    argv.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
    argv.addAll(List.of(Victim.class.getName(), deed));
    return kernel.run(kernel.request("/usr/bin/env", argv));
  }

  private static String classPath() {
    return location(LinuxPosix.class) + ":" + location(Victim.class);
  }

  private static String location(Class<?> type) {
    return Path.of(
            java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
