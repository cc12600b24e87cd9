package org.steward.itests.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;

/** The event listener bundle is restarted while its listeners live. */
@InContainer(
    configuration =
        """
        [eventlistener:noting]
        command=sh -c 'while echo READY; read header; do len=${header##*len:}; body=$(head -c "$len"); echo "$body" >> %(here)s/noted; printf "RESULT 2\\nOK"; done'
        events=REMOTE_COMMUNICATION
        startsecs=0
        """)
class ListenersInContainerTest {
  private static final ProcessId LISTENER = new ProcessId("noting", "noting");

  @Test
  void listenersLiveOnAndMissNothing(BundleContext context, Supervisor supervisor)
      throws Exception {
    Path noted = Path.of(context.getProperty(InContainer.FOLDER), "d1", "noted");
    int pid = awaitPid(supervisor);
    send(supervisor, "one");
    awaitLines(noted, List.of("one"));
    Bundle bundle = bundle(context);
    bundle.stop();
    send(supervisor, "two");
    bundle.start();
    send(supervisor, "three");
    awaitLines(noted, List.of("one", "two", "three"));
    assertThat(awaitPid(supervisor)).isEqualTo(pid);
  }

  private static Bundle bundle(BundleContext context) {
    return Stream.of(context.getBundles())
        .filter(bundle -> bundle.getSymbolicName().equals("org.steward.eventlisteners"))
        .findFirst()
        .orElseThrow();
  }

  private static void send(Supervisor supervisor, String data) throws Exception {
    supervisor.sendRemoteCommEvent("test", data).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static int awaitPid(Supervisor supervisor) throws Exception {
    await(() -> supervisor.snapshot().process(LISTENER).map(ProcessSnapshot::pid).orElse(0) > 0);
    return supervisor.snapshot().process(LISTENER).orElseThrow().pid();
  }

  private static void awaitLines(Path noted, List<String> data) throws Exception {
    await(() -> Files.exists(noted) && told(noted).equals(data));
  }

  private static List<String> told(Path noted) throws IOException {
    return Files.readAllLines(noted).stream().filter(line -> !line.startsWith("type:")).toList();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited for 30 s");
      }
      Thread.sleep(20);
    }
  }
}
