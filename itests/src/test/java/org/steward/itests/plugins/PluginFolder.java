package org.steward.itests.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/** A daemon with a folder of plugins of its own, and what it tells of them. */
final class PluginFolder {
  private final Path folder;
  private final Daemon daemon;

  private PluginFolder(Path folder, Daemon daemon) {
    this.folder = folder;
    this.daemon = daemon;
  }

  /** Starts a daemon on a configuration, with an empty folder. */
  static PluginFolder in(Sandbox sandbox, String configuration) {
    try {
      Path folder = Files.createDirectories(sandbox.directory().resolve("plugins"));
      Daemon daemon =
          sandbox
              .steward(Rpc.SECTIONS + configuration)
              .startedBy(command -> command.with("STEWARD_PLUGINS", folder.toString()))
              .start()
              .awaitAnswer();
      return new PluginFolder(folder, daemon);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Daemon daemon() {
    return daemon;
  }

  Rpc rpc() {
    return Rpc.to(daemon);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void deleteAllBut(String name) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(each -> !each.equals(name))
          .forEach(this::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is told of a plugin in JSON, empty where there is none of the name. */
  String told(String plugin) {
    Matcher object =
        Pattern.compile("\\{\"name\":\"" + Pattern.quote(plugin) + "\",[^}]*\\}")
            .matcher(rpc().get("/api/v1/plugins"));
    return object.find() ? object.group() : "";
  }

  /** Waits until a plugin is in a state, and all who tell of plugins say the same words of it. */
  void awaitState(String plugin, String state, String reason) {
    Await.until(
        plugin + " is " + state + ": " + reason,
        () -> {
          String told = told(plugin);
          return told.contains("\"state\":\"" + state + "\"")
              && told.contains(reason.replace("\"", "\\\""));
        },
        () -> rpc().get("/api/v1/plugins") + "\n" + daemon.seen());
    assertThat(rpc().call("plugins.list")).contains(state, reason);
    assertThat(daemon.ctl("plugins").out().lines())
        .anyMatch(
            line ->
                line.startsWith(plugin + " ")
                    && line.contains(" " + state)
                    && line.contains(reason));
  }

  /** Waits until nothing is told of a plugin any more. */
  void awaitGone(String plugin) {
    Await.until(plugin + " is gone", () -> told(plugin).isEmpty(), () -> told(plugin));
  }

  /** Waits until a call answers with a text. */
  void awaitAnswer(String text, String method, Object... parameters) {
    Await.until(
        method + " answers " + text,
        () -> rpc().ask(method, parameters).contains(text),
        () -> rpc().ask(method, parameters) + "\n" + daemon.seen());
  }
}
