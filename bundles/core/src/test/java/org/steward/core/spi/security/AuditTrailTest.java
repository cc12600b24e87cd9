package org.steward.core.spi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.control.LogAccess;
import org.steward.core.spi.security.AuditTrail.Actor;

class AuditTrailTest {
  private static final Actor BOB = new Actor("bob", "10.0.0.1", "rpc");

  private final List<String> lines = new ArrayList<>();
  private long second = 1000;
  private final AuditTrail audit = new AuditTrail(logs(), () -> Instant.ofEpochSecond(second));

  /** Logs that only take lines. */
  private LogAccess logs() {
    return (LogAccess)
        Proxy.newProxyInstance(
            LogAccess.class.getClassLoader(),
            new Class<?>[] {LogAccess.class},
            (proxy, method, arguments) -> {
              lines.add(arguments[0] + " " + arguments[1]);
              return null;
            });
  }

  @Test
  void refusalsFromOneAddressAreALineInTenSeconds() {
    for (int i = 0; i < 100; i++) {
      audit.refused(new Actor("guess" + i, "10.0.0.1", "login"), "login", "wrong");
    }
    audit.refused(new Actor("", "10.0.0.2", "login"), "login", "wrong");
    second += 10;
    audit.refused(new Actor("x", "10.0.0.1", "login"), "login", "wrong");
    assertThat(lines)
        .containsExactly(
            "WARN audit: guess0 from 10.0.0.1 by login: login refused: wrong",
            "WARN audit: anybody from 10.0.0.2 by login: login refused: wrong",
            "WARN audit: x from 10.0.0.1 by login: login refused: wrong (99 such lines left out"
                + " before)");
  }

  @Test
  void changesAreAllWrittenUnlessOneIsRepeatedEndlessly() {
    for (int i = 0; i < 50; i++) {
      audit.changed(BOB, "event a");
      audit.changed(BOB, "stop " + i);
    }
    assertThat(lines).filteredOn(line -> line.contains("stop")).hasSize(50);
    assertThat(lines).filteredOn(line -> line.contains("event a")).hasSize(10);
    second += 10;
    audit.changed(BOB, "event a");
    assertThat(lines.getLast())
        .isEqualTo("INFO audit: bob from 10.0.0.1 by rpc: event a (40 such lines left out before)");
  }

  @Test
  void nobodyCanWriteLinesOfHisOwn() {
    audit.failed(BOB, "stop a\nINFO audit: x", "b\r\u001b[2J");
    assertThat(lines)
        .containsExactly(
            "INFO audit: bob from 10.0.0.1 by rpc: stop a?INFO audit: x failed: b??[2J");
    audit.changed(BOB, "x".repeat(10_000));
    assertThat(lines.getLast()).hasSizeLessThan(450).endsWith("...");
  }

  @Test
  void longNamesAreNotKeptInMind() {
    for (int i = 0; i < 50; i++) {
      audit.changed(BOB, "start " + "x".repeat(10_000) + i);
    }
    assertThat(lines).hasSize(10);
  }
}
