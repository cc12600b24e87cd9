package org.steward.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a JVM of its own, since it ends the one it runs in. */
@Timeout(60)
class DaemonTest {

  private record Result(int status, String output) {}

  @TempDir Path root;

  @BeforeEach
  void installStub() throws IOException {
    bundle(root.resolve("home/lib/bundles/1/core.jar"));
  }

  private static void bundle(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", jar.getParent().getFileName() + ".stub");
    main.putValue("Bundle-Activator", StubCore.class.getName());
    main.putValue("Import-Package", "org.osgi.framework");
    String file = StubCore.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream content = StubCore.class.getResourceAsStream("/" + file)) {
      entries.putNextEntry(new ZipEntry(file));
      content.transferTo(entries);
    }
  }

  private Result run(String... arguments) throws Exception {
    return run(System.getProperty("java.class.path"), arguments);
  }

  private Result run(String classPath, String[] arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.add("--sun-misc-unsafe-memory-access=deny");
    command.add("-Dsteward.home=" + root.resolve("home"));
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("STEWARD_STATE_DIR", root.resolve("state").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), output);
  }

  @Test
  void coreGetsTheCommandLineAndSetsTheExitStatus() throws Exception {
    Result result = run("exit", "7", "-c", "a file");
    assertThat(result.output()).isEqualTo("started with [exit, 7, -c, a file]\nstopped\n");
    assertThat(result.status()).isEqualTo(7);
    assertThat(root.resolve("state/cache/0")).doesNotExist();
  }

  @Test
  void coreThatCannotStartIsReportedWithItsReason() throws Exception {
    Result result = run("fail");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains("supervisord: cannot start").contains("no such luck");
    assertThat(result.output().lines()).hasSize(2);
  }

  @Test
  void stoppedFrameworkEndsTheProcess() throws Exception {
    Result result = run("stop");
    assertThat(result).isEqualTo(new Result(0, "started with [stop]\nstopped\n"));
  }

  @Test
  void bundleThatHangsWhenStoppedDoesNotKeepTheDaemonAlive() throws Exception {
    assertThat(run("hang").status()).isEqualTo(3);
  }

  @Test
  void furtherLevelsAreNotReadOnceCoreHasEnded() throws Exception {
    Path broken = root.resolve("home/lib/bundles/2/broken.jar");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "no jar");
    assertThat(run("exit", "0").output()).doesNotContain("broken");
  }

  @Test
  void furtherBundleThatCannotBeUsedIsReportedAndLeft() throws Exception {
    Path broken = root.resolve("home/lib/bundles/2/broken.jar");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "no jar");
    bundle(root.resolve("home/lib/bundles/3/core.jar"));
    Result result = run("serve", "3");
    assertThat(result.output()).contains("cannot use " + broken).contains("3.stub is up");
    assertThat(result.status()).isZero();
  }

  @Test
  void bundleOnTheClassPathIsLoadedFromThere() throws Exception {
    String classPath = System.getProperty("java.class.path");
    String[] arguments = {"loader"};
    assertThat(run(classPath, arguments).output()).contains("\nbundle\nentry true");
    String jar = root.resolve("home/lib/bundles/1/core.jar").toString();
    assertThat(run(classPath + ":" + jar, arguments).output()).contains("\nclass path\nentry true");
  }
}
