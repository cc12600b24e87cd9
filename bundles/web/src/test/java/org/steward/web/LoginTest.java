package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.steward.api.http.Role;
import org.steward.core.spi.http.HttpServerSettings.User;

/** What logging in costs those who may, and those who guess. */
@Timeout(120)
class LoginTest {
  /** Of the word "password". */
  private static final String HASH =
      "$pbkdf2-sha256$8000$XAuBMIYQQogxRg$tRRlz8hYn63B9LYiCd6PRo6FMiunY9ozmMMI3srxeRE";

  private final TestSite site =
      TestSite.on(
          TestSite.tcp(new User("ann", HASH, Role.ADMIN), new User("bob", "plain", Role.OPERATE)));

  private static String request(String user, String password) {
    String pair = user + ":" + password;
    return "GET /ok.html HTTP/1.1\r\nHost: x\r\nAuthorization: Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
        + "\r\n\r\n";
  }

  private String statusOf(String user, String password) throws IOException {
    try (RawClient client = site.client()) {
      return client.send(request(user, password)).response().substring(9, 12);
    }
  }

  @Test
  void costlyPasswordIsTakenAndThenKnown() throws IOException {
    try (site) {
      assertThat(statusOf("ann", "password")).isEqualTo("200");
      assertThat(statusOf("bob", "plain")).isEqualTo("200");
      assertThat(statusOf("ann", "Password")).isEqualTo("401");
      try (RawClient client = site.client()) {
        for (int i = 0; i < 3; i++) {
          assertThat(client.send(request("ann", "password")).response()).endsWith("OK");
        }
      }
    }
  }

  @Test
  void guessingIsSlowAndDoesNotKeepOutWhoWasRightBefore() throws IOException {
    try (site) {
      assertThat(statusOf("ann", "password")).isEqualTo("200");
      List<RawClient> guesses = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        guesses.add(site.client().send(request("ann", "guess" + i)));
      }
      assertThat(statusOf("ann", "password")).isEqualTo("200");
      List<String> answers = new ArrayList<>();
      for (RawClient guess : guesses) {
        answers.add(guess.response().substring(9, 12));
        guess.close();
      }
      assertThat(answers).containsOnly("401", "429").contains("429");
      assertThat(answers).filteredOn("401"::equals).hasSizeLessThan(20);
      assertThat(statusOf("ann", "password")).isEqualTo("200");
      assertThat(site.supervisor.logs.lines())
          .hasSizeBetween(1, 4)
          .allMatch(
              line ->
                  line.startsWith(
                      "WARN audit: ann from 127.0.0.1 by login: login refused: wrong name or"
                          + " password"));
    }
  }

  @Test
  void manyWhoStartAtOnceWithOnePasswordAreLetIn() throws IOException {
    try (site) {
      List<RawClient> clients = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        clients.add(site.client().send(request("ann", "password")));
      }
      for (RawClient client : clients) {
        assertThat(client.response()).endsWith("OK");
        client.close();
      }
    }
  }

  @Test
  void requestWithoutAnyPasswordIsNoGuess() throws IOException {
    try (site) {
      for (int i = 0; i < 20; i++) {
        try (RawClient client = site.client()) {
          assertThat(client.get("/ok.html").response()).startsWith("HTTP/1.1 401 ");
        }
      }
      assertThat(statusOf("bob", "plain")).isEqualTo("200");
      assertThat(site.supervisor.logs.lines()).isEmpty();
    }
  }
}
