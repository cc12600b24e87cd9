package org.steward.plugins.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.steward.plugins.folder.activators.StuckActivator;
import org.steward.plugins.folder.activators.ThrowingActivator;
import org.steward.plugins.log.ActivityLines;

/** The folders over a real framework and a real file system. */
class PluginFoldersTest {
  private static final Timing SHORT = new Timing(Duration.ofMillis(100), Duration.ofMillis(300));

  @TempDir Path root;
  private Path folder;
  private Framework framework;
  private PluginFolders folders;
  private final RecordingLog log = new RecordingLog();

  @BeforeEach
  void open() throws Exception {
    folder = Files.createDirectory(root.resolve("plugins"));
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage",
                    root.resolve("cache").toString(),
                    "felix.log.level",
                    "0"));
    framework.start();
    ActivityLines lines = new ActivityLines();
    lines.attach(log);
    folders =
        new PluginFolders(
            framework.getBundleContext(),
            List.of(folder),
            root.resolve("work"),
            lines,
            SHORT,
            () -> {});
    folders.open();
  }

  @AfterEach
  void close() throws Exception {
    folders.close();
    framework.stop();
    framework.waitForStop(5000);
  }

  @Test
  void aJarThatAppearsIsInstalledAndStartedAndGoesWithTheFile() throws IOException {
    TestJar.bundle("a").into(folder.resolve("a.jar"));
    awaitState("a", Bundle.ACTIVE);
    Files.delete(folder.resolve("a.jar"));
    await().until(() -> bundle("a").isEmpty());
    assertThat(root.resolve("work")).isEmptyDirectory();
  }

  @Test
  void aChangedJarUpdatesItsBundle() {
    TestJar.bundle("a").with("Bundle-Version", "1").into(folder.resolve("a.jar"));
    awaitState("a", Bundle.ACTIVE);
    long id = bundle("a").orElseThrow().getBundleId();
    TestJar.bundle("a").with("Bundle-Version", "2").into(folder.resolve("a.jar"));
    await().until(() -> bundle("a").orElseThrow().getVersion().getMajor() == 2);
    awaitState("a", Bundle.ACTIVE);
    assertThat(bundle("a").orElseThrow().getBundleId()).isEqualTo(id);
  }

  @Test
  void aTouchedJarOfTheSameContentIsLeftAlone() throws IOException {
    TestJar jar = TestJar.bundle("a");
    jar.into(folder.resolve("a.jar"));
    awaitState("a", Bundle.ACTIVE);
    jar.into(folder.resolve("a.jar"));
    TestJar.bundle("b").into(folder.resolve("b.jar"));
    awaitState("b", Bundle.ACTIVE);
    assertThat(log.lines).noneMatch(line -> line.contains("updated"));
  }

  @Test
  void aJarIsInstalledOnceItsLastByteIsThere() throws IOException {
    byte[] bytes = TestJar.bundle("a").bytes();
    Path jar = folder.resolve("a.jar");
    Files.write(jar, Arrays.copyOf(bytes, bytes.length - 1));
    await().until(() -> log.lines.stream().anyMatch(line -> line.contains("cannot use")));
    assertThat(bundle("a")).isEmpty();
    Files.write(jar, bytes);
    awaitState("a", Bundle.ACTIVE);
    assertThat(problems()).isEmpty();
  }

  @Test
  void garbageInPlaceOfAJarKeepsTheBundleBeforeIt() throws IOException {
    TestJar.bundle("a").into(folder.resolve("a.jar"));
    awaitState("a", Bundle.ACTIVE);
    Files.writeString(folder.resolve("a.jar"), "garbage");
    await().until(() -> !problems().isEmpty());
    assertThat(problems()).singleElement().asString().contains("the bundle before it is kept");
    assertThat(bundle("a").orElseThrow().getState()).isEqualTo(Bundle.ACTIVE);
  }

  @Test
  void aJarWithAWrongByteIsNotInstalled() throws IOException {
    byte[] bytes = TestJar.bundle("a").bytes();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int checksum = text.indexOf("PK\u0001\u0002") + 16; // of the first entry, in the directory
    bytes[checksum]++;
    Files.write(folder.resolve("a.jar"), bytes);
    await().until(() -> !problems().isEmpty());
    assertThat(problems()).singleElement().asString().contains("the checksum of");
    assertThat(bundle("a")).isEmpty();
  }

  @Test
  void aJarThatIsNoBundleIsReported() {
    TestJar.bundle("a").with("Bundle-SymbolicName", "").into(folder.resolve("a.jar"));
    await().until(() -> !problems().isEmpty());
  }

  @Test
  void otherFilesAreIgnored() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "x");
    Files.writeString(folder.resolve("a.jar.part"), "x");
    Files.createDirectory(folder.resolve("folder.jar"));
    TestJar.bundle("a").into(folder.resolve("a.jar"));
    awaitState("a", Bundle.ACTIVE);
    assertThat(folders.deployed()).hasSize(1);
  }

  @Test
  void aBundleThatLacksAPackageStartsWhenAnotherBringsIt() {
    TestJar.bundle("user").with("Import-Package", "p").into(folder.resolve("a.jar"));
    await().until(() -> !problems().isEmpty());
    TestJar.bundle("giver").with("Export-Package", "p").into(folder.resolve("b.jar"));
    awaitState("user", Bundle.ACTIVE);
    assertThat(problems()).isEmpty();
  }

  @Test
  void aRenamedJarIsTheSamePlugin() throws IOException {
    TestJar.bundle("a").into(folder.resolve("a.jar"));
    awaitState("a", Bundle.ACTIVE);
    Files.move(folder.resolve("a.jar"), folder.resolve("b.jar"));
    await().until(() -> log.lines.stream().filter(line -> line.contains("installed")).count() == 2);
    awaitState("a", Bundle.ACTIVE);
  }

  @Test
  void aVersionThatCannotBeStartedLeavesTheOneBeforeRunning() throws IOException {
    TestJar.bundle("a").with("Bundle-Version", "1").into(folder.resolve("a.jar"));
    awaitState("a", Bundle.ACTIVE);
    TestJar.bundle("a")
        .with("Bundle-Version", "2")
        .activatedBy(ThrowingActivator.class)
        .into(folder.resolve("a.jar"));
    await().until(() -> !problems().isEmpty() && problems().getFirst().endsWith("runs on"));
    assertThat(problems())
        .containsExactly(
            "a 2.0.0 cannot be started: java.lang.IllegalStateException: no such luck;"
                + " a 1.0.0 runs on");
    assertThat(bundle("a").orElseThrow().getVersion().getMajor()).isEqualTo(1);
    assertThat(bundle("a").orElseThrow().getState()).isEqualTo(Bundle.ACTIVE);
    TestJar.bundle("a").with("Bundle-Version", "3").into(folder.resolve("a.jar"));
    await().until(() -> bundle("a").orElseThrow().getVersion().getMajor() == 3);
    await().until(() -> problems().isEmpty());
    Files.delete(folder.resolve("a.jar"));
    await().until(() -> bundle("a").isEmpty());
    await().untilAsserted(() -> assertThat(root.resolve("work")).isEmptyDirectory());
  }

  @Test
  void aVersionThatLacksAPackageTakesOverWhenAnotherPluginBringsIt() {
    TestJar.bundle("user").with("Bundle-Version", "1").into(folder.resolve("a.jar"));
    awaitState("user", Bundle.ACTIVE);
    TestJar.bundle("user")
        .with("Bundle-Version", "2")
        .with("Import-Package", "p")
        .into(folder.resolve("a.jar"));
    await().until(() -> !problems().isEmpty() && problems().getFirst().endsWith("runs on"));
    TestJar.bundle("giver").with("Export-Package", "p").into(folder.resolve("b.jar"));
    await().until(() -> bundle("user").orElseThrow().getVersion().getMajor() == 2);
    awaitState("user", Bundle.ACTIVE);
  }

  @Test
  void anActivatorThatThrowsIsReportedInItsWords() {
    TestJar.bundle("a").activatedBy(ThrowingActivator.class).into(folder.resolve("a.jar"));
    await().until(() -> !problems().isEmpty());
    assertThat(problems()).containsExactly("java.lang.IllegalStateException: no such luck");
  }

  @Test
  void anActivatorThatNeverReturnsHoldsUpNobodyElse() throws IOException {
    TestJar.bundle("a").activatedBy(StuckActivator.class).into(folder.resolve("a.jar"));
    TestJar.bundle("b").into(folder.resolve("b.jar"));
    awaitState("b", Bundle.ACTIVE);
    await().until(() -> !problems().isEmpty());
    assertThat(problems()).singleElement().asString().contains("start has not returned");
    Files.delete(folder.resolve("b.jar"));
    await().until(() -> bundle("b").isEmpty());
  }

  @Test
  void aFolderThatIsDeletedIsMadeAgain() throws IOException {
    TestJar.bundle("a").into(folder.resolve("a.jar"));
    awaitState("a", Bundle.ACTIVE);
    Files.delete(folder.resolve("a.jar"));
    Files.delete(folder);
    await().until(() -> bundle("a").isEmpty() && Files.isDirectory(folder));
    TestJar.bundle("b").into(folder.resolve("b.jar"));
    awaitState("b", Bundle.ACTIVE);
  }

  private List<String> problems() {
    return folders.deployed().flatMap(jar -> jar.problems().stream()).toList();
  }

  private Optional<Bundle> bundle(String name) {
    return Arrays.stream(framework.getBundleContext().getBundles())
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .findFirst();
  }

  private void awaitState(String name, int state) {
    await().until(() -> bundle(name).map(bundle -> bundle.getState() == state).orElse(false));
  }
}
