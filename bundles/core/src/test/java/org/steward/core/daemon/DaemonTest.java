package org.steward.core.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.config.CommandLine;
import org.steward.core.config.reader.ConfigReader;
import org.steward.core.loop.Workers;
import org.steward.core.posix.LinuxPosix;
import org.steward.core.posix.Posix;
import org.steward.core.posix.SystemClock;
import org.steward.core.spi.http.HttpServers;

/** The whole daemon on the real system, in this JVM and without a container. */
class DaemonTest {
  private static final long SECONDS = 20;
  private static final ProcessId CAT = new ProcessId("cat", "cat");

  @TempDir Path directory;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final LinkedBlockingQueue<Supervisor> generations = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();
  private Runnable onWithdrawal = () -> {};
  private boolean started;

  @AfterEach
  void end() throws Exception {
    if (started && !exit.isDone()) {
      Supervisor last = generations.poll(SECONDS, TimeUnit.SECONDS);
      if (last != null) {
        last.shutdown();
      }
      assertThat(exit.get(SECONDS, TimeUnit.SECONDS)).isZero();
    }
  }

  @Test
  void runsAProgramUntilItIsToldToShutDown() throws Exception {
    Supervisor supervisor =
        start("[program:cat]\ncommand=/bin/cat\nstartsecs=0\nautostart=false\n");

    answer(supervisor.startProcess(CAT, true));

    assertThat(supervisor.snapshot().process(CAT).orElseThrow().state())
        .isEqualTo(ProcessState.RUNNING);
    assertThat(directory.resolve("supervisord.pid")).hasContent(supervisor.pid() + "");
    answer(supervisor.shutdown());
    assertThat(exit.get(SECONDS, TimeUnit.SECONDS)).isZero();
    assertThat(directory.resolve("supervisord.pid")).doesNotExist();
    assertThat(Files.readString(directory.resolve("supervisord.log")))
        .contains("INFO supervisord started with pid ", "INFO spawned: 'cat' with pid ");
  }

  @Test
  void allAProgramWritesIsInItsLog() throws Exception {
    Supervisor supervisor =
        start(
            "[program:cat]\ncommand=/bin/cat\nstartsecs=0\nautostart=false\nstdout_logfile="
                + directory.resolve("cat.log")
                + "\n");
    answer(supervisor.startProcess(CAT, true));
    answer(supervisor.sendStdin(CAT, "zwölf\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    answer(supervisor.stopProcess(CAT, true));
    // cat may be stopped before it has read: what it wrote, all or nothing, is what the log holds
    assertThat(Files.readString(directory.resolve("cat.log"))).isIn("zwölf\n", "");
  }

  @Test
  void rereadsAddsAndRemovesGroups() throws Exception {
    Supervisor supervisor = start("[program:cat]\ncommand=/bin/cat\nautostart=false\n");
    configure("[program:new]\ncommand=/bin/cat\nautostart=false\n");

    ConfigDiff diff = supervisor.rereadConfig();

    assertThat(diff).isEqualTo(new ConfigDiff(List.of("new"), List.of(), List.of("cat")));
    answer(supervisor.addGroup("new"));
    answer(supervisor.removeGroup("cat"));
    assertThat(supervisor.snapshot().groups())
        .extracting(group -> group.name())
        .containsExactly("new");
    assertFault(supervisor.addGroup("new"), Fault.ALREADY_ADDED);
    assertFault(supervisor.addGroup("cat"), Fault.BAD_NAME);
    assertFault(supervisor.removeGroup("cat"), Fault.BAD_NAME);
  }

  @Test
  void programsAreAddedToARunningGroupAndTheirProcessesRemoved() throws Exception {
    Supervisor supervisor = start("[program:cat]\ncommand=/bin/cat\nautostart=false\n");
    Map<String, String> options =
        Map.of(
            "command", "/bin/cat",
            "numprocs", "2",
            "process_name", "more_%(process_num)d",
            "startsecs", "0",
            "priority", "1");
    answer(supervisor.addProgram("cat", "more", options));
    ProcessId more = new ProcessId("cat", "more_1");

    assertThat(supervisor.snapshot().group("cat").orElseThrow().processes())
        .extracting(process -> process.id().name())
        .containsExactly("more_0", "more_1", "cat");
    assertThat(supervisor.rereadConfig().changed()).containsExactly("cat");
    assertFault(supervisor.addProgram("cat", "more", options), Fault.BAD_NAME);
    assertFault(supervisor.addProgram("dog", "more", options), Fault.BAD_NAME);
    assertFault(
        supervisor.addProgram("cat", "x", Map.of("numprocs", "x")), Fault.INCORRECT_PARAMETERS);
    assertFault(supervisor.removeProcess(more), Fault.STILL_RUNNING);
    answer(supervisor.stopProcess(more, true));
    answer(supervisor.removeProcess(more));
    assertThat(supervisor.snapshot().process(more)).isEmpty();
    assertFault(supervisor.removeProcess(more), Fault.BAD_NAME);
  }

  @Test
  void aBadFileKeepsTheConfigurationBeforeIt() throws Exception {
    Supervisor supervisor = start("[program:cat]\ncommand=/bin/cat\nautostart=false\n");
    configure("[program:cat]\ncommand=/bin/cat\nnumprocs=many\n");
    assertThatThrownBy(supervisor::rereadConfig)
        .isInstanceOfSatisfying(
            SupervisorFault.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.CANT_REREAD))
        .hasMessageContaining("numprocs");
    assertThat(supervisor.configInfo()).hasSize(1);
  }

  @Test
  void restartBeginsAnewWithTheChangedConfiguration() throws Exception {
    Supervisor first = start("[program:cat]\ncommand=/bin/cat\nstartsecs=0\n");
    configure("[program:other]\ncommand=/bin/cat\nautostart=false\n");

    answer(first.restart());

    Supervisor second = after(first);
    assertThat(second.snapshot().group("cat")).isEmpty();
    assertFault(first.startProcess(CAT, true), Fault.SHUTDOWN_STATE);
  }

  @Test
  void restartGoesOnWithTheConfigurationBeforeWhereTheNewLogCannotBeOpened() throws Exception {
    Supervisor first = start("[program:cat]\ncommand=/bin/cat\nautostart=false\n");
    Path unusable = Files.createDirectory(directory.resolve("unusable"));
    String present = Files.readString(file());
    Files.writeString(
        file(), present.replace(directory.resolve("supervisord.log") + "\n", unusable + "\n"));
    assertThat(Files.readString(file())).isNotEqualTo(present);

    answer(first.restart());

    Supervisor second = after(first);
    assertThat(second.snapshot().process(CAT)).isPresent();
    assertThat(second.logs().activityLog()).contains(directory.resolve("supervisord.log"));
  }

  @Test
  @Timeout(20)
  void aStopEndsAllProgramsBeforeItReturns() throws Exception {
    daemon().stop(); // where nothing runs
    Daemon daemon = daemon();
    Supervisor supervisor =
        start(daemon, "[program:cat]\ncommand=/bin/cat\nstartsecs=0\nautostart=false\n");
    answer(supervisor.startProcess(CAT, true));
    daemon.stop();
    assertThat(exit).isCompletedWithValue(0);
    assertThat(Files.readString(directory.resolve("supervisord.log")))
        .contains(" stopped: cat (terminated by SIGTERM)");
  }

  @Test
  void aStopIsNotLostOnADaemonThatBeginsAnew() throws Exception {
    Daemon daemon = daemon();
    Supervisor first = start(daemon, "[program:cat]\ncommand=/bin/cat\nstartsecs=0\n");
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    Thread stopper =
        new Thread(
            () -> {
              try {
                daemon.stop();
                stopped.complete(null);
              } catch (InterruptedException e) {
                stopped.completeExceptionally(e);
              }
            });
    // The first loop has ended, and there is no other one yet.
    onWithdrawal =
        () -> {
          onWithdrawal = () -> {};
          stopper.start();
          await().until(() -> stopper.getState() == Thread.State.WAITING);
        };
    answer(first.restart());
    stopped.get(SECONDS, TimeUnit.SECONDS);
    assertThat(exit).isCompletedWithValue(0);
  }

  @Test
  void aBadConfigurationIsRefusedWithAllItsProblems() throws Exception {
    configure("[program:a]\ncommand=/bin/cat\nstartsecs=x\n[program:b]\nstopsignal=NONE\n");
    daemon().start(List.of("-n", "-c", file().toString()));
    assertThat(exit).isCompletedWithValue(2);
    assertThat(said)
        .singleElement()
        .asString()
        .contains("startsecs=x", "stopsignal=NONE", "command");
  }

  @Test
  void aTestTellsWhatIsOddAndRunsNothing() throws Exception {
    configure("[program:a]\ncommand=/bin/cat\nstartsec=2\n[program:b]\ncommand=/bin/cat\n");
    daemon().start(List.of("--test", "-c", file().toString()));
    assertThat(exit).isCompletedWithValue(0);
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("warn: unknown option startsec in [program:a]")
        .endsWith(file() + " can be used: groups 2, processes 2\n");
    assertThat(directory.resolve("supervisord.log")).doesNotExist();
  }

  @Test
  void aTestOfABadConfigurationIsRefused() throws Exception {
    configure("[program:a]\n");
    daemon().start(List.of("--test", "-c", file().toString()));
    assertThat(exit).isCompletedWithValue(2);
  }

  @Test
  void anActivityLogThatCannotBeOpenedIsRefused() throws Exception {
    configure("");
    Files.createDirectory(directory.resolve("supervisord.log"));
    daemon().start(List.of("-n", "-s", "-c", file().toString()));
    assertThat(exit).isCompletedWithValue(2);
    assertThat(said).singleElement().asString().contains("cannot start", "/supervisord.log");
  }

  @Test
  void aCommandThatIsNotThereIsRefusedBeforeAnyRetry() throws Exception {
    Supervisor supervisor = start("[program:cat]\ncommand=/no/such\nautostart=false\n");
    assertFault(supervisor.startProcess(CAT, true), Fault.NO_FILE);
    assertThat(supervisor.snapshot().process(CAT).orElseThrow().state())
        .isEqualTo(ProcessState.STOPPED);
  }

  @Test
  void theSocketListensBeforeThereIsAServer() throws Exception {
    Path path = directory.resolve("s.sock");
    Supervisor supervisor = start("[unix_http_server]\nfile=%s\n".formatted(path));
    try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      assertThat(client.isConnected()).isTrue();
    }
    answer(supervisor.shutdown());
    assertThat(exit.get(SECONDS, TimeUnit.SECONDS)).isZero();
    assertThat(path).doesNotExist();
  }

  @Test
  void aSocketThatAnotherDaemonServesIsRefusedBeforeAnyProgramIsStarted() throws Exception {
    Path path = directory.resolve("s.sock");
    configure("[unix_http_server]\nfile=%s\n[program:cat]\ncommand=/bin/cat\n".formatted(path));
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      other.bind(UnixDomainSocketAddress.of(path));
      daemon().start(List.of("-n", "-s", "-c", file().toString()));
    }
    assertThat(exit).isCompletedWithValue(2);
    assertThat(said)
        .singleElement()
        .asString()
        .contains(path + " of [unix_http_server]: another program is listening on it");
    assertThat(directory.resolve("supervisord.log")).doesNotExist();
  }

  /** The generation that follows one. */
  private Supervisor after(Supervisor first) throws InterruptedException {
    Supervisor second = first;
    while (second == first) {
      second = generations.poll(SECONDS, TimeUnit.SECONDS);
    }
    assertThat(second).isNotNull();
    generations.add(second);
    return second;
  }

  private Supervisor start(String programs) throws Exception {
    return start(daemon(), programs);
  }

  private Supervisor start(Daemon daemon, String programs) throws Exception {
    configure(programs);
    started = true;
    daemon.start(List.of("-n", "-s", "-c", file().toString()));
    Supervisor supervisor = generations.poll(SECONDS, TimeUnit.SECONDS);
    assertThat(supervisor).as("said: %s", said).isNotNull();
    generations.add(supervisor);
    return supervisor;
  }

  private Path file() {
    return directory.resolve("supervisord.conf");
  }

  private void configure(String programs) throws IOException {
    Files.writeString(
        file(),
        "[supervisord]\nlogfile=%1$s/supervisord.log\npidfile=%1$s/supervisord.pid\nchildlogdir=%1$s\n%2$s"
            .formatted(directory, programs));
  }

  private Daemon daemon() {
    Posix posix = new LinuxPosix();
    Generation.System system =
        new Generation.System(
            posix,
            new SystemClock(),
            new Workers(Runnable::run, Runnable::run),
            Map.of("PATH", "/bin:/usr/bin"),
            new RunAsUser(posix),
            "1.2.3",
            null,
            null,
            Succession.of(posix, Path.of("/opt/steward"), List.of()));
    return new Daemon(
        system,
        options -> ConfigReader.of(options, System.getenv()),
        CommandLine.of("/opt/steward/bin/supervisord", "1.2.3"),
        new Console() {
          @Override
          void out(String text) {
            said.add(text);
          }

          @Override
          void err(String text) {
            said.add(text);
          }
        },
        new Services() {
          @Override
          public void offerConsole() {
            said.add("console");
          }

          @Override
          public void publish(Generation generation, HttpServers servers) {
            generations.clear();
            generations.add(generation.control());
          }

          @Override
          public void withdraw() {
            generations.clear();
            onWithdrawal.run();
          }
        },
        exit::complete);
  }

  private static <T> T answer(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
  }

  private static void assertFault(CompletionStage<?> stage, Fault fault) {
    assertThatThrownBy(() -> answer(stage))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(SupervisorFault.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
