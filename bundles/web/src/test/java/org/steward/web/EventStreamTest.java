package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.web.api.PluginPort;

/** Events as they go over the wire. */
class EventStreamTest {
  private static final ProcessId WEB = new ProcessId("web", "web");

  @AutoClose final TestSite site = TestSite.onTcp();
  @AutoClose final RawClient client = site.client();

  @BeforeEach
  void open() {
    site.supervisor.with("web", "web", ProcessState.RUNNING, "");
  }

  private void happens(ProcessState from, ProcessState to) {
    site.events.onEvent(new ProcessStateChanged(WEB, from, to, 4711, 0, false));
  }

  private String id(long number) {
    return site.events.epoch() + "-" + number;
  }

  private RawClient stream(String query, String lastEventId) throws IOException {
    String header = lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
    client.send("GET /api/v1/events" + query + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n");
    assertThat(client.until("\r\n\r\n")).contains("Content-Type: text/event-stream");
    return client;
  }

  @Test
  void eventsAreToldAsTheyHappen() throws IOException {
    stream("", "");
    assertThat(client.chunk())
        .isEqualTo(
            "retry: 2000\nevent: hello\nid: "
                + id(0)
                + "\ndata: {\"resumed\":false,\"now\":1000060000}\n\nevent: pages\nid: "
                + id(0)
                + "\ndata: []\n\n");
    happens(ProcessState.STARTING, ProcessState.RUNNING);
    assertThat(client.chunk())
        .startsWith("event: event\nid: " + id(1) + "\ndata: {\"number\":1,\"at\":1000060000,")
        .contains("\"type\":\"PROCESS_STATE_RUNNING\",\"process\":\"web:web\"")
        .contains("\"from\":\"STARTING\",\"to\":\"RUNNING\"")
        .contains("\"current\":{\"id\":\"web:web\"");
  }

  @Test
  void clientThatComesBackMissesNothing() throws IOException {
    happens(ProcessState.STOPPED, ProcessState.STARTING);
    happens(ProcessState.STARTING, ProcessState.RUNNING);
    stream("", id(1));
    assertThat(client.chunk()).contains("\"resumed\":true").contains("id: " + id(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0-1", "nonsense", "-", "99999999999999999999"})
  void clientOfAnotherLifeIsToldToLookAnew(String lastEventId) throws IOException {
    happens(ProcessState.STOPPED, ProcessState.STARTING);
    stream("", lastEventId);
    assertThat(client.chunk()).contains("\"resumed\":false").doesNotContain("event: event");
  }

  @Test
  void clientThatWasAwayTooLongIsToldToLookAnew() throws IOException {
    for (int i = 0; i < 5000; i++) {
      happens(ProcessState.STARTING, ProcessState.RUNNING);
    }
    stream("", id(1));
    assertThat(client.chunk()).contains("\"resumed\":false").contains("id: " + id(5000));
  }

  @Test
  void usageIsToldToThoseWhoAsk() throws IOException {
    stream("?usage=true", "");
    String first = client.chunk();
    assertThat(first.contains("event: usage") ? first : client.chunk())
        .contains("event: usage")
        .contains("\"processes\":{");
  }

  @Test
  void pagesOfPluginsAreToldWhenTheyComeAndGo() throws IOException {
    site.pages.offer(new PluginPort.Link("Cache", "/cache/"));
    stream("", "");
    assertThat(client.chunk())
        .contains("event: hello")
        .contains("event: pages\n")
        .contains("data: [{\"title\":\"Cache\",\"path\":\"/cache/\"}]\n\n");
    site.pages.offer();
    assertThat(client.chunk()).contains("event: pages\n").contains("data: []\n\n");
  }

  @Test
  void recentEventsAreListed() throws IOException {
    happens(ProcessState.STARTING, ProcessState.RUNNING);
    site.events.onEvent(new ProcessGroupChanged("new", true));
    assertThat(client.get("/api/v1/events/recent").response())
        .contains("\"type\":\"PROCESS_STATE_RUNNING\"")
        .contains("\"type\":\"PROCESS_GROUP_ADDED\",\"group\":\"new\"");
    assertThat(client.get("/api/v1/events/recent?limit=1").response())
        .doesNotContain("PROCESS_STATE_RUNNING");
    assertThat(client.get("/api/v1/processes/web/web/events").response())
        .contains("PROCESS_STATE_RUNNING")
        .doesNotContain("PROCESS_GROUP_ADDED");
  }
}
