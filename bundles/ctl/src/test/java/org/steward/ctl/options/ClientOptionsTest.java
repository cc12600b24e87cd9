package org.steward.ctl.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientOptionsTest {

  @TempDir Path directory;

  private ClientOptions read(String... args) throws UsageException {
    return ClientOptions.read(args, "/nowhere/bin/supervisorctl");
  }

  private String file(String text) throws IOException {
    return Files.writeString(directory.resolve("s.conf"), text).toString();
  }

  @Test
  void theFileSaysWhatTheCommandLineLeavesOpen() throws Exception {
    String file =
        file(
            """
            [supervisorctl]
            serverurl = http://h:1 ; comment
            username = %(ENV_PATH)s
            password = a%%b
            prompt = mine
            history_file = %(here)s/sub/../history
            """);
    ClientOptions options = read("-c", file, "-p", "mine", "status", "-f");
    assertThat(options.serverUrl()).isEqualTo("http://h:1");
    assertThat(options.username()).isEqualTo(System.getenv("PATH"));
    assertThat(options.password()).isEqualTo("mine");
    assertThat(options.prompt()).isEqualTo("mine");
    assertThat(options.historyFile()).isEqualTo(directory + "/history");
    assertThat(options.words()).containsExactly("status", "-f");
    assertThat(options.interactive()).isFalse();
    assertThat(read("--configuration=" + file).password()).isEqualTo("a%b");
  }

  @Test
  void socketsOfTheFileAreMadeAbsolute() throws Exception {
    String file = file("[supervisorctl]\nserverurl=unix://%(here)s/x/../s.sock\n");
    assertThat(read("-c", file, "-i", "pid").serverUrl())
        .isEqualTo("unix://" + directory + "/s.sock");
    assertThat(read("-c", file, "-s", "unix://x/../y").serverUrl()).isEqualTo("unix://x/../y");
  }

  @Test
  void withoutWordsThereIsAShell() throws Exception {
    String file = file("[supervisorctl]\n");
    assertThat(read("-c", file).interactive()).isTrue();
    assertThat(read("-c", file).prompt()).isEqualTo("supervisor");
    assertThat(read("-c", file).serverUrl()).isEqualTo("http://localhost:9001");
    assertThat(read("-ic", file, "pid").interactive()).isTrue();
  }

  @Test
  void optionsMayBeShortenedAndHistoryFileHasTwoSpellings() throws Exception {
    String file = file("[supervisorctl]\n");
    assertThat(read("--conf", file, "--user=u", "--history-file", "h").historyFile())
        .isEqualTo("h");
    assertThat(read("-c" + file, "-uu", "--history_file=h").username()).isEqualTo("u");
  }

  @Test
  void helpNeedsNoFile() throws Exception {
    assertThat(read("-c", "/nowhere/x", "-h").help()).isTrue();
    assertThat(read("-?").help()).isTrue();
  }

  @Test
  void wrongCommandLinesAreTold() {
    refused("option -x not recognized", "-x");
    refused("option --nope not recognized", "--nope");
    refused("option -c requires argument", "-c");
    refused("option --configuration requires argument", "--conf");
    refused("option --help must not have an argument", "--help=1");
    refused("option --h not a unique prefix", "--h");
    refused(
        "conflicting command line option '--serverurl'",
        "-s",
        "a://b",
        "--serverurl",
        "c://d",
        "-s",
        "e://f");
    refused("conflicting command line option '-i'", "-ii");
    refused(
        "invalid value for -s: 'foo' is not a URL (like unix:///run/supervisor.sock)", "-s", "foo");
  }

  private void refused(String message, String... args) {
    assertThatThrownBy(() -> read(args))
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.exitStatus()).isEqualTo(2))
        .hasMessage(message);
  }

  @Test
  void filesThatCannotBeUsedAreTold() throws Exception {
    refused("could not find config file /nowhere/x", "-c", "/nowhere/x");
    String file = file("[supervisord]\n");
    refused(file + " does not include a [supervisorctl] section", "-c", file);
    String percent = file("[supervisorctl]\npassword=a%b\n");
    assertThatThrownBy(() -> read("-c", percent)).hasMessageContaining("[supervisorctl] password");
    String unknown = file("[supervisorctl]\nserverurl=%(nope)s\n");
    assertThatThrownBy(() -> read("-c", unknown)).hasMessageContaining("%(nope)s");
    String here = file("[supervisorctl]\nprompt=%(here)s\n");
    assertThatThrownBy(() -> read("-c", here)).hasMessageContaining("%(here)s");
  }

  @Test
  void aFileThatIsNoConfigurationHasAStatusOfItsOwn() throws Exception {
    String file = file("a=b\n");
    assertThatThrownBy(() -> read("-c", file))
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.exitStatus()).isEqualTo(1));
  }

  @Test
  void pluginsInPythonAreNoticed() throws Exception {
    String file = file("[supervisorctl]\n[ctlplugin:x]\nsupervisor.ctl_factory=x:y\n");
    assertThat(read("-c", file).foreignPlugins()).isTrue();
  }

  @Test
  void theFileBesideTheProgramComesFirst() throws Exception {
    Files.createDirectories(directory.resolve("etc"));
    Files.writeString(directory.resolve("etc/supervisord.conf"), "[supervisorctl]\nprompt=etc\n");
    String program = directory + "/bin/supervisorctl";
    assertThat(ClientOptions.read(new String[0], program).prompt()).isEqualTo("etc");
  }
}
