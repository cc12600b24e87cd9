package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.core.config.CommandLine;
import org.steward.core.config.ConfigException;
import org.steward.core.config.Configuration;
import org.steward.core.config.GroupConfig;

class IncludeTest {
  private static final String MAIN = "[supervisord]\n[include]\nfiles=";

  @TempDir Path directory;
  private ConfigFixture config = new ConfigFixture(Path.of("/"));

  @BeforeEach
  void makeFixture() {
    config = new ConfigFixture(directory);
  }

  @Test
  void filesOfAPatternAreReadInOrderAndNamedInTheLog() throws Exception {
    program("conf.d/b.conf", "b", "b");
    program("conf.d/10.conf", "ten", "10");
    program("conf.d/9.conf", "nine", "9");
    program("conf.d/x.ini", "x", "x");
    program("conf.d/.hidden.conf", "h", "h");

    assertThat(config.noticesOf(MAIN + "conf.d/*.conf"))
        .containsExactly(
            "INFO Included extra file \"conf.d/10.conf\" during parsing",
            "INFO Included extra file \"conf.d/9.conf\" during parsing",
            "INFO Included extra file \"conf.d/b.conf\" during parsing");
  }

  @Test
  void patternsAreReadInTheOrderGiven() throws Exception {
    program("z.conf", "p", "from z");
    program("a.conf", "p", "from a");

    Configuration read = config.read(MAIN + "z.conf\n  a.conf");

    assertThat(read.groups().getFirst().processes().getFirst().command()).isEqualTo("from a");
  }

  @Test
  void aPatternWithoutAMatchIsAWarningBeforeAllNotes() throws Exception {
    program("a.conf", "a", "a");

    assertThat(config.noticesOf(MAIN + "a.conf nothing/*.conf"))
        .containsExactly(
            "WARN No file matches via include \"nothing/*.conf\"",
            "INFO Included extra file \"a.conf\" during parsing");
  }

  @Test
  void theListOfFilesIsExpanded() throws Exception {
    program("node1.conf", "a", "a");
    config.variable("EXT", "conf");

    assertThat(config.read(MAIN + "%(here)s/%(host_node_name)s.%(ENV_EXT)s").groups()).hasSize(1);
  }

  @Test
  void whereHereIsReplacedNoValueIsSetTwice() throws Exception {
    program("a.conf", "a", "a");

    assertThat(config.noticesOf(MAIN + "%(here)s/a.conf\n[program:m]\ncommand=%(here)s/m"))
        .containsExactly("INFO Included extra file \"a.conf\" during parsing");
  }

  @Test
  void hereMeansTheIncludedFilesDirectory() throws Exception {
    config.file("sub/a.conf", "[program:a]\ncommand=%(here)s/a");

    Configuration read = config.read(MAIN + "sub/../sub/a.conf");

    assertThat(read.groups().getFirst().processes().getFirst().command())
        .isEqualTo(directory + "/sub/a");
  }

  @Test
  void sectionsAreMergedAcrossFiles() throws Exception {
    config.file("a.conf", "[program:p]\nautostart=false");

    Configuration read = config.read(MAIN + "a.conf\n[program:p]\ncommand=c");

    assertThat(read.groups().getFirst().processes().getFirst().start().autostart()).isFalse();
  }

  @Test
  void problemsNameTheIncludedFile() {
    config.file("a.conf", "\n[program:p]\ncommand=c\nstartsecs=x");
    config.file("b.conf", "nonsense");

    assertThat(config.problemsOf(MAIN + "b.conf a.conf\n[program:q]\nautostart=x\ncommand=q"))
        .containsExactly(
            "supervisord.conf:5: [program:q] autostart=x: expected true, yes, on, 1 or false, no,"
                + " off, 0",
            "b.conf:1: cannot read \"nonsense\": expected a [section] before the first key",
            "a.conf:4: [program:p] startsecs=x: expected an integer");
  }

  @Test
  void anIncludeWithinAnIncludedFileIsNotFollowed() throws Exception {
    config.file("a.conf", "[include]\nfiles=b.conf");
    program("b.conf", "b", "b");

    assertThat(config.read(MAIN + "a.conf").groups()).isEmpty();
    assertThat(config.noticesOf(MAIN + "a.conf"))
        .contains("WARN [include] in the included file \"a.conf\" is ignored");
  }

  @Test
  void whatCannotBeReadIsPassedOverWithAWarning() throws Exception {
    Files.createDirectory(directory.resolve("dir.conf"));

    assertThat(config.noticesOf(MAIN + "*.conf"))
        .contains(
            "WARN cannot read the included file \"dir.conf\": it is passed over",
            "INFO Included extra file \"dir.conf\" during parsing");
  }

  @Test
  void anIncludeMustNameFiles() {
    assertThat(config.problemsOf("[supervisord]\n[include]"))
        .containsExactly("supervisord.conf:2: [include] expected the option files");
    assertThat(config.problemsOf(MAIN + "%(process_num)s"))
        .singleElement()
        .asString()
        .contains("cannot expand");
  }

  @Test
  void aMainFileThatIsNotThereIsReported() {
    Path file = directory.resolve("nosuch.conf");
    CommandLine.Options options = new CommandLine.Options(file, false, false, Map.of());

    assertThatThrownBy(() -> ConfigReader.of(options, Map.of()).read())
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + ": cannot find the file");
  }

  @Test
  void aMainFileThatIsADirectoryIsReported() {
    CommandLine.Options options = new CommandLine.Options(directory, false, false, Map.of());

    assertThatThrownBy(() -> ConfigReader.of(options, Map.of()).read())
        .isInstanceOf(ConfigException.class)
        .hasMessage(directory + ": cannot read the file: it is a directory");
  }

  @Test
  void groupsOfIncludedFilesAreGroupsLikeOthers() throws Exception {
    program("a.conf", "a", "a");
    config.file("g.conf", "[group:g]\nprograms=a,m");

    Configuration read = config.read(MAIN + "?.conf\n[program:m]\ncommand=m");

    assertThat(read.groups()).extracting(GroupConfig::name).containsExactly("g");
  }

  private void program(String file, String name, String command) {
    config.file(file, "[program:" + name + "]\ncommand=" + command);
  }
}
