package org.steward.ctl.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.ctl.FakeServer;
import org.steward.ctl.console.Console;
import org.steward.ctl.console.Output;
import org.steward.ctl.console.StreamInput;

class CompletionTest {

  @TempDir Path directory;

  private FakeServer server;
  private Completion completion;

  @BeforeEach
  void start() throws IOException {
    server =
        FakeServer.onSocket(directory.resolve("s.sock"))
            .answer(
                "supervisor.getAllProcessInfo",
                List.of(
                    FakeServer.process("cat", "cat", 20, "RUNNING", 1, ""),
                    FakeServer.process("web", "web_0", 20, "RUNNING", 2, ""),
                    FakeServer.process("web", "web_1", 20, "RUNNING", 3, "")));
    Output nowhere = new Output(OutputStream.nullOutputStream());
    StreamInput nothing = new StreamInput(new ByteArrayInputStream(new byte[0]), nowhere);
    Console console = new Console(nowhere, nowhere, false, nothing, handler -> () -> {});
    ActionTable actions = new ActionTable(List.of(new BuiltinActions()), "");
    completion =
        new Completion(new Session(console, actions, new Target(server.url(), null, null), true));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void theFirstWordIsAnAction() {
    assertThat(completion.candidates("", "")).hasSize(22).contains("help", "status");
    assertThat(completion.candidates("sta", "sta")).containsExactly("start", "status");
    assertThat(completion.candidates("help re", "re"))
        .containsExactly("reload", "remove", "reread", "restart");
  }

  @Test
  void processesAreOfferedByTheNameTheyAreShownBy() {
    assertThat(completion.candidates("stop ", ""))
        .containsExactly("cat", "web:web_0", "web:*", "web:web_1");
    assertThat(completion.candidates("stop cat w", "w"))
        .containsExactly("web:web_0", "web:*", "web:web_1");
    assertThat(completion.candidates("stop cat:", "cat:")).containsExactly("cat:cat", "cat:*");
  }

  @Test
  void groupsAreOfferedWhereGroupsAreWanted() {
    assertThat(completion.candidates("update ", "")).containsExactly("cat", "web");
  }

  @Test
  void otherActionsTakeNothing() {
    assertThat(completion.candidates("shutdown ", "")).isEmpty();
  }

  @Test
  void theServerIsAskedOncePerCommand() {
    completion.candidates("stop ", "");
    completion.candidates("stop w", "w");
    assertThat(server.calls()).hasSize(1);
    completion.forget();
    completion.candidates("stop ", "");
    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void aServerThatDoesNotAnswerOffersNothing() throws Exception {
    server.close();
    assertThat(completion.candidates("stop ", "")).isEmpty();
  }
}
