package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Turnstile turnstile = new Turnstile(2);

  private Runnable enter(String path) {
    return Objects.requireNonNull(turnstile.enter(path), "too many inside");
  }

  @Test
  void whatIsFullIsOnePluginsPagesOnly() {
    enter("/plot");
    enter("/plot/data");
    assertThat(turnstile.enter("/plot/more")).isNull();
    assertThat(turnstile.enter("/plotter")).isNotNull();
  }

  @Test
  void whoLeavesMakesRoomForOneHoweverOftenThatIsSaid() {
    Runnable first = enter("/plot");
    enter("/plot");
    first.run();
    first.run();
    enter("/plot");
    assertThat(turnstile.enter("/plot")).isNull();
  }

  @Test
  void whereNobodyIsNothingIsKept() {
    Runnable one = enter("/plot");
    Runnable other = enter("/webhook/x");
    one.run();
    other.run();
    assertThat(turnstile.pages()).isZero();
  }
}
