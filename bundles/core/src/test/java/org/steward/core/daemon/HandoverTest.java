package org.steward.core.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steward.api.control.UpgradeReport;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.Configuration;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.LogLevel;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.loop.Afterwards;
import org.steward.core.loop.LoopMemory;
import org.steward.core.output.ChildLogs;
import org.steward.core.output.OutputMemory;
import org.steward.core.posix.Held;
import org.steward.core.process.Configs;
import org.steward.core.process.Effect;
import org.steward.core.process.Ending;
import org.steward.core.process.Input;
import org.steward.core.process.ProcessMemory;
import org.steward.core.sockets.SocketMemory;
import org.steward.core.spi.PoolSpec;
import org.steward.core.spi.PoolsMemory;
import org.steward.core.spi.http.HttpServerSettings;

/** What one version writes, this and later ones read. */
class HandoverTest {
  private static final ProcessId CAT = new ProcessId("cat", "cat");
  private static final ProcessId EAR = new ProcessId("ears", "ear");

  @Test
  void whatIsWrittenIsReadBack() {
    String text = example().text("/opt/steward 1/bin/supervisord");
    assertThat(Handover.head(text))
        .isEqualTo(
            new Handover.Head(1, "/opt/steward 1/bin/supervisord", List.of(5, 22, 20, 21, 30, 31)));
    assertThat(Handover.read(text)).usingRecursiveComparison().isEqualTo(example());
  }

  /** The file is as the first version wrote it, and is never written anew. */
  @Test
  void theFirstVersionsHandoverIsUnderstood() throws IOException {
    assertThat(Handover.read(golden())).usingRecursiveComparison().isEqualTo(example());
  }

  @Test
  void aLaterVersionMayTellMore() throws IOException {
    String more = golden().replace("state daemon=", "state daemon.new=thing later=1 daemon=");
    assertThat(Handover.read(more)).usingRecursiveComparison().isEqualTo(example());
  }

  @Test
  void aFormatThatIsNotKnownIsRefusedAndTheWayBackIsKnown() throws IOException {
    String later = golden().replace("format=1", "format=2");
    assertThatThrownBy(() -> Handover.read(later))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("format 2")
        .hasMessageContaining("expected 1 to 1");
    assertThat(Handover.head(later).program()).isEqualTo("/opt/steward 1/bin/supervisord");
  }

  @Test
  void nonsenseIsRefused() {
    for (String text : List.of("", "\n", "something else\n", "steward-handover format=1\n")) {
      assertThatThrownBy(() -> Handover.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String golden() throws IOException {
    try (InputStream file = HandoverTest.class.getResourceAsStream("handover-1.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Handover example() {
    Configuration configuration =
        new Configuration(
            Path.of("/etc/supervisord.conf"),
            new SupervisordConfig(
                new ActivityLogConfig("/var/log/supervisord.log", 50 << 20, 10, LogLevel.INFO),
                Path.of("/run/supervisord.pid"),
                022,
                true,
                false,
                null,
                null,
                "supervisor",
                Path.of("/tmp"),
                false,
                true,
                1024,
                200,
                Map.of(),
                true,
                false),
            List.of(new HttpServerSettings.Unix("/run/s", 0700, -1, -1, List.of())),
            List.of(cat(), ears()),
            Map.of(),
            List.of(),
            List.of());
    return new Handover(
        "1.0.0",
        123_456_789_000L,
        UpgradeReport.NONE,
        configuration,
        null,
        Path.of("/var/lib/steward/daemons/1"),
        new Held(5),
        List.of(
            new SocketMemory(
                new HttpServerSettings.Unix("/run/s", 0700, -1, -1, List.of()),
                Held.NONE,
                "(dev=1,ino=2)")),
        loop(),
        output());
  }

  private static GroupConfig cat() {
    return new GroupConfig.Programs("cat", 999, List.of(Configs.program("cat").build()));
  }

  private static GroupConfig ears() {
    return new GroupConfig.ListenerPool(
        "ears",
        -1,
        List.of(Configs.process("ears", "ear").build()),
        10,
        Set.of(EventType.TICK_5),
        null,
        false);
  }

  private static LoopMemory loop() {
    ProcessMemory stopping =
        new ProcessMemory(
            ProcessState.STOPPING,
            77,
            2,
            3,
            1_000,
            1_700_000_000,
            0,
            true,
            "a reason, 100 % sure",
            new Ending(1, 0, "exit status 1"),
            new Effect.SetTimer(Input.KILL_DUE, 5_000));
    ChildLogs logs = new ChildLogs("/tmp/cat.log", null);
    LoopMemory.OfChild child =
        new LoopMemory.OfChild(
            9,
            77,
            "STEWARD_CHILD=1.2.9",
            new Held(20),
            true,
            new Held(21),
            "not yet".getBytes(StandardCharsets.UTF_8),
            Held.NONE,
            false,
            null);
    return new LoopMemory(
        9,
        List.of(1_700_000_000L, 1_699_999_980L, 1_699_999_200L),
        List.of(
            new LoopMemory.OfGroup(
                ears(),
                Held.NONE,
                List.of(
                    new LoopMemory.OfProcess(
                        EAR,
                        new ProcessMemory(
                            ProcessState.FATAL, 0, 0, 0, 0, 0, 0, false, "", null, null),
                        ChildLogs.NONE,
                        false,
                        null,
                        null))),
            new LoopMemory.OfGroup(
                cat(),
                new Held(22),
                List.of(
                    new LoopMemory.OfProcess(
                        CAT, stopping, logs, true, new Afterwards.Leave(), child)))),
        List.of(),
        new PoolsMemory(
            4,
            List.of(
                new PoolsMemory.Pool(
                    new PoolSpec(
                        "ears",
                        "supervisor",
                        10,
                        Set.of(EventType.TICK_5),
                        null,
                        false,
                        List.of(EAR)),
                    3,
                    List.of(new PoolsMemory.Event(new Tick(5, 1_700_000_000), 3, 2)),
                    List.of(
                        new PoolsMemory.Listener(
                            EAR,
                            "BUSY",
                            true,
                            new PoolsMemory.Event(new RemoteCommunication("a", "b\nc"), 2, 1),
                            "RESULT ".getBytes(StandardCharsets.UTF_8)))))));
  }

  private static OutputMemory output() {
    OutputMemory.OfTreatment treatment =
        new OutputMemory.OfTreatment(
            true, "half".getBytes(StandardCharsets.UTF_8), 3, null, new byte[0], 0);
    return new OutputMemory(
        List.of(
            new OutputMemory.OfChild(
                new org.steward.core.output.ChildOutput(
                    9,
                    CAT,
                    new ChildLogs("/tmp/cat.log", null),
                    Configs.program("cat").build().output(),
                    false),
                77,
                new OutputMemory.OfStream(new Held(30), treatment, List.of()),
                new OutputMemory.OfStream(new Held(31), null, List.of()))),
        List.of(),
        List.of(),
        List.of());
  }
}
