package org.steward.itests.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.steward.api.control.Supervisor;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;

/** The distribution's bundles as a whole, each in its own class loader. */
@InContainer(
    configuration =
        """
        [program:sleeper]
        command=sleep 1000
        startsecs=0

        [program:manual]
        command=sleep 1000
        startsecs=0
        autostart=false
        """)
class DaemonInContainerTest {

  @Test
  void everyBundleIsActive(BundleContext context) {
    assertThat(List.of(context.getBundles()))
        .filteredOn(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
        .allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
  }

  @Test
  void aConfiguredProgramRuns(Supervisor supervisor) throws Exception {
    ProcessId manual = new ProcessId("manual", "manual");
    assertThat(state(supervisor, manual)).isEqualTo(ProcessState.STOPPED);
    supervisor.startProcess(manual, true).toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertThat(state(supervisor, manual)).isEqualTo(ProcessState.RUNNING);
    supervisor.stopProcess(manual, true).toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertThat(state(supervisor, manual)).isEqualTo(ProcessState.STOPPED);
  }

  private static ProcessState state(Supervisor supervisor, ProcessId id) {
    return supervisor.snapshot().process(id).orElseThrow().state();
  }

  @ParameterizedTest
  @ValueSource(strings = {"supervisord.log", "supervisord.pid"})
  void theDaemonKeepsItsFilesInItsFolder(String file, BundleContext context) {
    assertThat(Path.of(context.getProperty(InContainer.FOLDER), "d1", file)).isNotEmptyFile();
  }

  @Test
  void onlyTheContractIsExported(BundleContext context) {
    assertThat(List.of(context.getBundles()))
        .filteredOn(bundle -> bundle.getSymbolicName().startsWith("org.steward.core"))
        .allSatisfy(
            bundle ->
                assertThat(String.valueOf(bundle.getHeaders().get(Constants.EXPORT_PACKAGE)))
                    .doesNotContain("org.steward.core.loop", "org.steward.core.posix"));
  }
}
