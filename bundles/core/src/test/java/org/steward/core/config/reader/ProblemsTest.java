package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsTest {
  @TempDir Path directory;
  private ConfigFixture config = new ConfigFixture(Path.of("/"));

  @BeforeEach
  void makeFixture() {
    config = new ConfigFixture(directory);
  }

  @Test
  void allProblemsAreReportedInTheOrderOfTheirLines() {
    assertThat(
            config.problemsOf(
                """
                [program:b]
                command=b
                startsecs=soon
                stopsignal=STOPP
                nonsense
                [supervisord]
                loglevel=loud
                [program:a]
                autorestart=never
                user=nosuch
                stdout_logfile=/nonexistent/a.log
                [program:c]
                command=date +%H
                numprocs=2
                stopasgroup=true
                killasgroup=false
                environment=A
                """))
        .containsExactly(
            "supervisord.conf:3: [program:b] startsecs=soon: expected an integer",
            "supervisord.conf:4: [program:b] stopsignal=STOPP: expected a signal's name or number,"
                + " such as TERM or 15",
            "supervisord.conf:5: cannot read \"nonsense\": expected a [section], a key=value or a"
                + " comment",
            "supervisord.conf:7: [supervisord] loglevel=loud: expected critical, error, warn,"
                + " info, debug, trace or blather",
            "supervisord.conf:8: [program:a] expected the option command",
            "supervisord.conf:9: [program:a] autorestart=never: expected unexpected, true or"
                + " false",
            "supervisord.conf:10: [program:a] user=nosuch: expected the name or id of a user that"
                + " exists",
            "supervisord.conf:11: [program:a] stdout_logfile=/nonexistent/a.log: expected a file"
                + " in a directory that exists; /nonexistent does not",
            "supervisord.conf:12: [program:c] expected process_name with %(process_num)d in it,"
                + " as numprocs is 2",
            "supervisord.conf:13: [program:c] command=date +%H: expected %% for a percent sign,"
                + " or %(name)s",
            "supervisord.conf:16: [program:c] killasgroup=false: expected true, as stopasgroup is"
                + " true",
            "supervisord.conf:17: [program:c] environment=A: expected KEY=\"value\" pairs"
                + " separated by commas, each value with special characters quoted");
  }

  @Test
  void aProblemOfEveryProcessIsReportedOnce() {
    assertThat(
            config.problemsOfPrograms(
                "[program:a]\ncommand=a\nnumprocs=50\nprocess_name=%(process_num)d\n"
                    + "stdout_logfile=/nonexistent/%(process_num)d"))
        .containsExactly(
            "supervisord.conf:6: [program:a] stdout_logfile=/nonexistent/%(process_num)d: expected"
                + " a file in a directory that exists; /nonexistent does not, not"
                + " \"/nonexistent/0\"");
  }

  @Test
  void aValueOfSeveralLinesIsShownOnOne() {
    assertThat(config.problemsOfPrograms("[program:a]\ncommand=a\nexitcodes=1,\n  x"))
        .containsExactly(
            "supervisord.conf:4: [program:a] exitcodes=1,\\nx: expected exit codes separated by"
                + " commas, such as 0,2");
  }

  @Test
  void aProgramWithoutProcessesIsCheckedToo() {
    assertThat(
            config.problemsOfPrograms(
                "[program:a]\ncommand=a\nnumprocs=0\nstderr_events_enabled=x"))
        .hasSize(1);
  }
}
