package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.event.EventType;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.SocketConfig;

class GroupsTest {
  private static final String A = "[program:a]\ncommand=a\n";
  private static final String B = "[program:b]\ncommand=b\n";

  @TempDir Path directory;
  private ConfigFixture config = new ConfigFixture(Path.of("/"));

  @BeforeEach
  void makeFixture() {
    config = new ConfigFixture(directory);
  }

  @Test
  void groupsAreOrderedByPriorityThenByName() throws Exception {
    List<GroupConfig> groups =
        config
            .readPrograms(
                "[program:z]\ncommand=z\npriority=1\n"
                    + B
                    + A
                    + "[eventlistener:l]\ncommand=l\nevents=TICK_5\n")
            .groups();

    assertThat(groups).extracting(GroupConfig::name).containsExactly("l", "z", "a", "b");
    assertThat(groups).extracting(GroupConfig::priority).containsExactly(-1, 1, 999, 999);
  }

  @Test
  void aProgramOfAGroupIsNoGroupOfItsOwn() throws Exception {
    List<GroupConfig> groups =
        config.readPrograms(A + B + "[group:g]\nprograms= b , a\npriority=5").groups();

    assertThat(groups).singleElement().isInstanceOf(GroupConfig.Programs.class);
    assertThat(groups.getFirst().priority()).isEqualTo(5);
    assertThat(groups.getFirst().processes())
        .extracting(process -> process.id().qualifiedName())
        .containsExactly("g:b", "g:a");
  }

  @Test
  void aProgramOfTwoGroupsIsInBoth() throws Exception {
    List<GroupConfig> groups =
        config.readPrograms(A + "[group:g]\nprograms=a\n[group:h]\nprograms=a").groups();

    assertThat(groups)
        .flatExtracting(GroupConfig::processes)
        .extracting(process -> process.id().qualifiedName())
        .containsExactly("g:a", "h:a");
  }

  @Test
  void aGroupWithoutProgramsIsEmpty() throws Exception {
    assertThat(config.readPrograms("[group:g]").groups().getFirst().processes()).isEmpty();
  }

  @Test
  void theGroupsNameCanBeExpandedInItsPrograms() throws Exception {
    GroupConfig group =
        config
            .readPrograms(
                "[program:a]\ncommand=%(group_name)s %(program_name)s\n[group:g]\nprograms=a")
            .groups()
            .getFirst();
    assertThat(group.processes().getFirst().command()).isEqualTo("g a");
  }

  @Test
  void aFastCgiProgramOfAGroupHasNoSocket() throws Exception {
    List<GroupConfig> groups =
        config
            .readPrograms("[fcgi-program:f]\ncommand=f\nsocket=junk\n[group:g]\nprograms=f")
            .groups();
    assertThat(groups).singleElement().isInstanceOf(GroupConfig.Programs.class);
  }

  @Test
  void unknownAndAmbiguousMembersAreReported() {
    assertThat(
            config.problemsOfPrograms(
                "[program:web]\ncommand=a\n[fcgi-program:x]\ncommand=x\nsocket=tcp://h:1\n"
                    + "[program:x]\ncommand=x\n[group:g]\nprograms=wep,x,nothing"))
        .containsExactly(
            "supervisord.conf:10: [group:g] programs=wep,x,nothing: unknown program \"wep\"; did"
                + " you mean web?",
            "supervisord.conf:10: [group:g] programs=wep,x,nothing: expected one program named"
                + " \"x\", not both a program and a fcgi-program",
            "supervisord.conf:10: [group:g] programs=wep,x,nothing: unknown program \"nothing\"");
  }

  @Test
  void ofGroupsOfTheSameNameTheFirstIsKeptWithAWarning() throws Exception {
    var read = config.readPrograms(A + B + "[group:a]\nprograms=b");

    assertThat(read.groups()).singleElement();
    assertThat(read.groups().getFirst().processes().getFirst().id().name()).isEqualTo("b");
    assertThat(read.notices()).singleElement().asString().contains("two groups named a");
  }

  @Test
  void ofProcessesOfTheSameNameTheLastIsKeptWithAWarning() throws Exception {
    var read =
        config.readPrograms(
            "[program:a]\ncommand=1\nprocess_name=p\n[program:b]\ncommand=2\nprocess_name=p\n"
                + "[group:g]\nprograms=a,b");

    assertThat(read.groups().getFirst().processes())
        .singleElement()
        .satisfies(process -> assertThat(process.command()).isEqualTo("2"));
    assertThat(read.notices()).singleElement().asString().contains("two processes named p");
  }

  @Test
  void aListenerPoolKnowsItsEvents() throws Exception {
    GroupConfig group =
        config
            .readPrograms(
                "[eventlistener:l]\ncommand=l\nevents=process_state, TICK_5,TICK_5\n"
                    + "buffer_size=3\nnumprocs=2\nprocess_name=l%(process_num)d\npriority=7")
            .groups()
            .getFirst();

    assertThat(group).isInstanceOf(GroupConfig.ListenerPool.class);
    GroupConfig.ListenerPool pool = (GroupConfig.ListenerPool) group;
    assertThat(pool.events()).containsExactlyInAnyOrder(EventType.PROCESS_STATE, EventType.TICK_5);
    assertThat(pool.bufferSize()).isEqualTo(3);
    assertThat(pool.priority()).isEqualTo(7);
    assertThat(pool.processes()).hasSize(2);
    assertThat(pool.resultHandler()).isNull();
  }

  @Test
  void aResultHandlerOfOnesOwnIsKept() throws Exception {
    GroupConfig group =
        config
            .readPrograms("[eventlistener:l]\ncommand=l\nevents=EVENT\nresult_handler=a.b:c")
            .groups()
            .getFirst();
    assertThat(((GroupConfig.ListenerPool) group).resultHandler()).isEqualTo("a.b:c");
  }

  @ParameterizedTest
  @CsvSource({
    "events=, expected at least one event type",
    "events=TICK_6, unknown event type TICK_6; did you mean TICK_5?",
    "x=1, expected the option events",
    "'events=EVENT\nbuffer_size=0', expected a number from 1 up",
    "'events=EVENT\nredirect_stderr=1', belongs to the event protocol",
  })
  void whatAListenerCannotBeIsReported(String options, String message) {
    assertThat(config.problemsOfPrograms("[eventlistener:l]\ncommand=l\n" + options))
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void aFastCgiProgramSharesASocket() throws Exception {
    assertThat(socket("socket=tcp://LocalHost:9002\nsocket_backlog=5"))
        .isEqualTo(new SocketConfig.Tcp("localhost", 9002, 5));
    assertThat(socket("socket=unix:///run/../tmp/%(program_name)s.sock"))
        .isEqualTo(new SocketConfig.Unix("/tmp/f.sock", null, 0700, null));
    assertThat(socket("socket=unix:///s\nsocket_owner=web:nogroup\nsocket_mode=0770"))
        .isEqualTo(new SocketConfig.Unix("/s", new SocketConfig.Owner(1000, 65534), 0770, null));
  }

  @Test
  void theProgramsUserOwnsItsSocket() throws Exception {
    assertThat(socket("socket=unix:///s\nuser=web"))
        .isEqualTo(new SocketConfig.Unix("/s", new SocketConfig.Owner(1000, 1001), 0700, null));
    config.runByRoot();
    assertThat(socket("socket=unix:///s\nuser=root"))
        .isEqualTo(new SocketConfig.Unix("/s", null, 0700, null));
  }

  private SocketConfig socket(String options) throws Exception {
    GroupConfig group =
        config.readPrograms("[fcgi-program:f]\ncommand=f\n" + options).groups().getFirst();
    return ((GroupConfig.FastCgi) group).socket();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x=1",
        "socket=",
        "socket=http://x:1",
        "socket=tcp://x",
        "socket=tcp://x:0",
        "socket=tcp://x:65536",
        "socket=tcp://[::1]:80",
        "socket=unix://relative",
        "socket=%(group_name)s",
        "socket=tcp://h:1\nsocket_mode=0700",
        "socket=tcp://h:1\nsocket_owner=web",
        "socket=tcp://h:1\nsocket_backlog=0",
      })
  void whatASocketCannotBeIsReported(String options) {
    assertThat(config.problemsOfPrograms("[fcgi-program:f]\ncommand=f\n" + options)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[program:a b]", "[program:a:b]", "[program:a/b]", "[program:]", "[group:]"})
  void badNamesAreReported(String header) {
    assertThat(config.problemsOfPrograms(header + "\ncommand=a")).hasSize(1);
  }
}
