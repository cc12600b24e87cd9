package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.api.control.ChangeEffect;
import org.steward.api.control.UpdatePlan;
import org.steward.api.control.UpdatePlan.GroupChange;
import org.steward.api.control.UpdatePlan.OptionChange;
import org.steward.api.control.UpdatePlan.ProcessChange;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorSnapshot;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.ConfigException;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.UpdatePlanner;
import org.steward.core.config.UpdateRules;
import org.steward.core.config.schema.Onset;
import org.steward.core.config.schema.Option;
import org.steward.core.config.schema.SectionKind;
import org.steward.core.journal.Fingerprint;

/** What the schema says a change takes is what the rules and the journal hold it for. */
class OnsetTest {
  /** For each option a value that differs from its default. */
  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("command", "/bin/other"),
          Map.entry("priority", "5"),
          Map.entry("autostart", "false"),
          Map.entry("startsecs", "7"),
          Map.entry("startretries", "7"),
          Map.entry("autorestart", "true"),
          Map.entry("exitcodes", "3"),
          Map.entry("stopsignal", "INT"),
          Map.entry("stopwaitsecs", "7"),
          Map.entry("stopasgroup", "true"),
          Map.entry("killasgroup", "true"),
          Map.entry("killtree", "true"),
          Map.entry("user", "web"),
          Map.entry("redirect_stderr", "true"),
          Map.entry("stdout_logfile", "/tmp/a"),
          Map.entry("stdout_logfile_maxbytes", "7"),
          Map.entry("stdout_logfile_backups", "7"),
          Map.entry("stdout_capture_maxbytes", "7"),
          Map.entry("stdout_events_enabled", "true"),
          Map.entry("stdout_syslog", "true"),
          Map.entry("stderr_logfile", "/tmp/b"),
          Map.entry("stderr_logfile_maxbytes", "7"),
          Map.entry("stderr_logfile_backups", "7"),
          Map.entry("stderr_capture_maxbytes", "7"),
          Map.entry("stderr_events_enabled", "true"),
          Map.entry("stderr_syslog", "true"),
          Map.entry("environment", "A=\"b\""),
          Map.entry("directory", "/srv"),
          Map.entry("umask", "077"),
          Map.entry("serverurl", "http://localhost:1"));

  private final ConfigFixture files;

  OnsetTest(@TempDir Path directory) {
    files = new ConfigFixture(directory).runByRoot();
  }

  static Stream<Option<?>> optionsOfAProcess() {
    return SectionKind.PROGRAM.options().stream().filter(option -> option.onset() != Onset.MEMBERS);
  }

  @ParameterizedTest
  @MethodSource("optionsOfAProcess")
  void aChildIsMadeAnewExactlyWhereTheSchemaSaysSo(Option<?> option) {
    GroupConfig before = group("");
    GroupConfig after = group(option.key() + "=" + OTHER.get(option.key()) + "\n");
    ProcessConfig old = before.processes().getFirst();
    ProcessConfig present = after.processes().getFirst();
    boolean restarts = option.onset() == Onset.RESTART;
    assertThat(present).isNotEqualTo(old);
    assertThat(UpdateRules.isMadeOtherwise(old, present)).isEqualTo(restarts);
    assertThat(Fingerprint.of(old, before) != Fingerprint.of(present, after)).isEqualTo(restarts);
    ProcessChange change = plan(before, after).processes().getFirst();
    assertThat(change.effect()).isEqualTo(restarts ? ChangeEffect.RESTART : ChangeEffect.LIVE);
    assertThat(change.options())
        .filteredOn(each -> each.option().startsWith(option.key()))
        .extracting(OptionChange::effect)
        .contains(change.effect());
  }

  @Test
  void everyOptionOfAGroupSaysWhatItsChangeTakes() {
    assertThat(
            Stream.of(
                    SectionKind.PROGRAM,
                    SectionKind.GROUP,
                    SectionKind.FCGI_PROGRAM,
                    SectionKind.EVENT_LISTENER)
                .flatMap(kind -> kind.options().stream()))
        .allMatch(option -> option.onset() != null);
  }

  @Test
  void moreProcessesAreAddedAndTheOthersUntouched() {
    String three = "process_name=%(process_num)d\nnumprocs=3\n";
    GroupChange change = plan(group(three), group(three.replace("=3", "=5")));
    assertThat(change.processes())
        .extracting(ProcessChange::effect)
        .containsExactly(ChangeEffect.ADDED, ChangeEffect.ADDED);
    assertThat(change.untouched()).isEqualTo(3);
    assertThat(change.stopsAll()).isFalse();
  }

  @Test
  void secretsAreMasked() {
    GroupChange change = plan(group(""), group("environment=DB_PASSWORD=\"hunter2\"\n"));
    assertThat(change.toString()).contains("environment.DB_PASSWORD").doesNotContain("hunter2");
  }

  @Test
  void aPoolWithOtherEventsIsReplaced() {
    GroupConfig before = only("[eventlistener:p]\ncommand=/bin/cat\nevents=TICK_5\n");
    GroupConfig after = only("[eventlistener:p]\ncommand=/bin/cat\nevents=TICK_60\n");
    GroupChange change = plan(before, after);
    assertThat(change.stopsAll()).isTrue();
    assertThat(change.processes().getFirst().options())
        .containsExactly(new OptionChange("events", "TICK_5", "TICK_60", ChangeEffect.RESTART));
  }

  private GroupConfig group(String options) {
    return only("[program:p]\ncommand=/bin/cat\n" + options);
  }

  private GroupConfig only(String text) {
    try {
      return files.readPrograms(text).groups().getFirst();
    } catch (ConfigException e) {
      throw new AssertionError(e);
    }
  }

  private static GroupChange plan(GroupConfig before, GroupConfig after) {
    UpdatePlan plan = UpdatePlanner.between(List.of(before), List.of(after), allRunning(before));
    return plan.groups().getFirst();
  }

  private static SupervisorSnapshot allRunning(GroupConfig group) {
    List<ProcessSnapshot> processes =
        group.processes().stream()
            .map(
                process ->
                    new ProcessSnapshot(
                        process.id(), ProcessState.RUNNING, 7, 1, 0, "", 0, 0, 0, false, "", "", 1))
            .toList();
    return new Snapshot(List.of(new GroupSnapshot(group.name(), 1, processes)));
  }

  private record Snapshot(List<GroupSnapshot> groups) implements SupervisorSnapshot {
    @Override
    public SupervisorState state() {
      return SupervisorState.RUNNING;
    }

    @Override
    public long version() {
      return 1;
    }

    @Override
    public java.util.Optional<GroupSnapshot> group(String name) {
      return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    @Override
    public java.util.Optional<ProcessSnapshot> process(org.steward.api.process.ProcessId id) {
      return processes().stream().filter(process -> process.id().equals(id)).findFirst();
    }

    @Override
    public List<ProcessSnapshot> processes() {
      return groups.stream().flatMap(group -> group.processes().stream()).toList();
    }
  }
}
