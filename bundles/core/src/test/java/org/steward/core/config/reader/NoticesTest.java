package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.core.config.ExtensionSection;

class NoticesTest {
  @TempDir Path directory;
  private ConfigFixture config = new ConfigFixture(Path.of("/"));

  @BeforeEach
  void makeFixture() {
    config = new ConfigFixture(directory);
  }

  @Test
  void supervisorsWarningsAreWrittenToTheLetter() throws Exception {
    assertThat(
            config.noticesOfPrograms(
                "[program:a]\ncommand=a\nstdout_logfile=syslog\nstdout_logfile_maxbytes=0\n"
                    + "[program:b]\ncommand=b\nstdout_logfile_maxbytes=0\nredirect_stderr=true\n"
                    + "stderr_logfile=/tmp/x"))
        .containsExactly(
            "WARN For [program:a], stdout_logfile=syslog but this is deprecated and will be"
                + " removed.  Use stdout_syslog=true to enable syslog instead.",
            "WARN For [program:b], AUTO logging used for stdout_logfile without rollover, set"
                + " maxbytes > 0 to avoid filling up filesystem unintentionally",
            "WARN For [program:b], redirect_stderr=true but stderr_logfile has also been set to a"
                + " filename, the filename has been ignored");
  }

  @Test
  void theObsoleteSyslogFileTurnsSyslogOn() throws Exception {
    var stdout = config.program("command=a\nstdout_logfile=syslog").output().stdout();
    assertThat(stdout.syslog()).isTrue();
  }

  @Test
  void aWarningIsGivenOnceForAllProcesses() throws Exception {
    assertThat(
            config.noticesOfPrograms(
                "[program:a]\ncommand=a\nstdout_logfile_maxbytes=0\nnumprocs=5\n"
                    + "process_name=%(process_num)s"))
        .hasSize(1);
  }

  @Test
  void aProgramThatWasCopiedAndNotRenamedIsWarnedOf() throws Exception {
    assertThat(
            config.noticesOf(
                "[supervisord]\n[program:a]\ncommand=a\n[program:a]\ncommand=b\nautostart=no"))
        .containsExactly(
            "WARN command of [program:a] (supervisord.conf:3) is ignored, as line 5 sets it again");
  }

  @Test
  void aHeaderWithoutItsEndIsNamed() throws Exception {
    assertThat(config.noticesOf("[supervisord]\n[program:a\ncommand=a\n"))
        .first()
        .asString()
        .endsWith("is ignored; did you mean a section? Its header ends with ]");
  }

  @Test
  void unknownKeysAreNamedWithWhatWasMeant() throws Exception {
    assertThat(
            config.noticesOf(
                "[supervisord]\nlogfil=x\n[program:a]\ncommand=a\nautostar=1\nfrobnicate=1\n"
                    + "[eventlistener:l]\ncommand=l\nevents=EVENT\nbuffersize=1\n"
                    + "[supervisorctl]\nserverurl=x\nserver_url=y"))
        .containsExactly(
            "WARN unknown option logfil in [supervisord] (supervisord.conf:2) is ignored; did you"
                + " mean logfile?",
            "WARN unknown option autostar in [program:a] (supervisord.conf:5) is ignored; did you"
                + " mean autostart?",
            "WARN unknown option frobnicate in [program:a] (supervisord.conf:6) is ignored",
            "WARN unknown option buffersize in [eventlistener:l] (supervisord.conf:10) is"
                + " ignored; did you mean buffer_size?",
            "WARN unknown option server_url in [supervisorctl] (supervisord.conf:13) is ignored;"
                + " did you mean serverurl?");
  }

  @Test
  void sectionsOfNearlyAKnownNameAreNamed() throws Exception {
    assertThat(config.noticesOfPrograms("[progam:x]\ncommand=a\n[program]\n[whatever]\nx=%"))
        .containsExactly(
            "WARN unknown section [progam:x] (supervisord.conf:2) is left to plugins; did you mean"
                + " [program:x]?",
            "WARN unknown section [program] (supervisord.conf:4) is left to plugins; did you mean"
                + " [program:x]?");
  }

  @Test
  void textThatAnEnvironmentPassesOverIsNamed() throws Exception {
    assertThat(config.noticesOfPrograms("[program:a]\ncommand=a\nenvironment=A=x y"))
        .containsExactly(
            "WARN For [program:a], environment has \"y\", which is passed over: quote values with"
                + " special characters");
  }

  @Test
  void sectionsOfPluginsAreHandedOn() throws Exception {
    var extensions =
        config
            .variable("X", "env")
            .readPrograms(
                "[rpcinterface:twiddler]\nsupervisor.rpcinterface_factory = a.b:c\nk=%(ENV_X)s\n"
                    + "[ctlplugin:p]\nsupervisor.ctl_factory=d\n[metrics]\nport=%d")
            .extensions();

    assertThat(extensions)
        .extracting(ExtensionSection::kind)
        .containsExactly("rpcinterface", "ctlplugin", "metrics");
    assertThat(extensions).extracting(ExtensionSection::name).containsExactly("twiddler", "p", "");
    ExtensionSection twiddler = extensions.getFirst();
    assertThat(twiddler.values()).containsEntry("supervisor.rpcinterface_factory", "a.b:c");
    assertThat(twiddler.values()).containsEntry("k", "env");
    assertThat(twiddler.lines()).containsEntry("k", 4);
    assertThat(twiddler.line()).isEqualTo(2);
    assertThat(extensions.getLast().values()).containsEntry("port", "%d");
  }

  @Test
  void anRpcNamespaceNeedsNoFactoryAndKnowsItsPlace() throws Exception {
    var extensions = config.readPrograms("[rpcinterface:x]\nk=%(here)s").extensions();
    assertThat(extensions.getFirst().values()).containsEntry("k", directory.toString());
  }

  @Test
  void anRpcNamespacesValuesMustBeExpandable() {
    assertThat(config.problemsOfPrograms("[rpcinterface:x]\nk=%(nope)s")).hasSize(1);
  }
}
