package org.steward.itests.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.steward.core.spi.security.AuditTrail;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.core.spi.shell.ShellSessions.Client;
import org.steward.core.spi.shell.ShellSessions.ShellStreams;

/** Gogo's commands with all bundles of the distribution, each in its own class loader. */
@InContainer(
    configuration =
        """
        [rpcinterface:supervisor]
        supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

        [program:sleeper]
        command=sleep 1000
        startsecs=0
        """,
    bundles = Greeter.class)
class ShellInContainerTest {

  private static String run(ShellSessions shell, String script) throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    shell
        .open(
            new Client(
                new AuditTrail.Actor("", "unix", "shell"),
                null,
                new ShellStreams(new ByteArrayInputStream(script.getBytes(UTF_8)), said, said)))
        .ended()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    return said.toString(UTF_8);
  }

  @Test
  void theSupervisorsCommandsAreThereBesideFelixs(ShellSessions shell) throws Exception {
    assertThat(run(shell, "supervisor:status sleeper")).startsWith("sleeper  ");
    assertThat(run(shell, "supervisor:stop sleeper; supervisor:start sleeper"))
        .isEqualTo("sleeper: stopped\nsleeper: started\n");
    assertThat(run(shell, "felix:lb")).contains("Steward :: Core");
    assertThat(run(shell, "each [a b c] { echo x$it } | grep b")).contains("xb");
  }

  @Test
  void aPluginsMethodsCanBeTypedWhileItIsActive(BundleContext context, ShellSessions shell)
      throws Exception {
    assertThat(run(shell, "greeter:greet world")).contains("Command not found");
    Bundle greeter =
        context.installBundle(
            Path.of(context.getProperty(InContainer.FOLDER), "Greeter.jar").toUri().toString());
    greeter.start();
    assertThat(run(shell, "greeter:greet world")).contains("hello world");
    assertThat(run(shell, "greeter:greet")).contains("expected greet <");
    assertThat(run(shell, "help")).contains("greeter:greet");
    greeter.uninstall();
    assertThat(run(shell, "help")).doesNotContain("greeter");
    assertThat(run(shell, "greeter:greet world")).contains("Command not found");
  }

  @Test
  void thereIsABoundToSessions(ShellSessions shell) throws Exception {
    ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
    List<PipedOutputStream> keyboards = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        PipedOutputStream keyboard = new PipedOutputStream();
        keyboards.add(keyboard);
        shell.open(client(new PipedInputStream(keyboard), nowhere));
      }
      assertThatThrownBy(() -> shell.open(client(InputStream.nullInputStream(), nowhere)))
          .hasMessage("There are 8 shell sessions already.");
    } finally {
      for (PipedOutputStream keyboard : keyboards) {
        keyboard.close();
      }
    }
  }

  private static Client client(InputStream in, OutputStream out) {
    return new Client(
        new AuditTrail.Actor("", "unix", "shell"), null, new ShellStreams(in, out, out));
  }
}
