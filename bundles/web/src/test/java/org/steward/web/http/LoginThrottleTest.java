package org.steward.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
  private long now = Duration.ofDays(3).toNanos();
  private final LoginThrottle throttle = new LoginThrottle(() -> now);
  private final InetAddress guesser = address("10.0.0.1");

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (java.net.UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private void passes(Duration time) {
    now += time.toNanos();
  }

  private void guess(InetAddress from, int times) {
    for (int i = 0; i < times; i++) {
      throttle.turn(from);
    }
  }

  @Test
  void whoMistypesAFewTimesNoticesNothing() {
    guess(guesser, LoginThrottle.FREE - 1);
    assertThat(throttle.turn(guesser)).isZero();
  }

  @Test
  void whoIsRightIsNotSlowedDownHoweverOften() {
    for (int i = 0; i < 1000; i++) {
      assertThat(throttle.turn(guesser)).isZero();
      throttle.right(guesser);
    }
  }

  @Test
  void whoGoesOnWaitsLongerAndLonger() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Duration wait = throttle.turn(guesser);
      waits.add(wait.toMillis());
      passes(wait);
    }
    assertThat(waits)
        .containsExactly(0L, 0L, 0L, 0L, 0L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
  }

  @Test
  void guessesAtOnceStandInLineAndTheLineIsShort() {
    int waiting = 0;
    while (!throttle.turn(guesser).isNegative()) {
      waiting++;
    }
    assertThat(waiting).isBetween(LoginThrottle.FREE, LoginThrottle.FREE + 8);
  }

  @Test
  void othersNoticeNothing() {
    guess(guesser, 100);
    assertThat(throttle.turn(address("10.0.0.2"))).isZero();
  }

  @Test
  void afterAWhileAllIsForgiven() {
    guess(guesser, 100);
    passes(LoginThrottle.FORGIVEN.plusSeconds(1));
    assertThat(throttle.turn(guesser)).isZero();
  }

  @Test
  void addressesOfOneIpv6NetworkAreOne() {
    for (int i = 0; i < LoginThrottle.FREE; i++) {
      throttle.turn(address("2001:db8::" + i));
    }
    assertThat(throttle.turn(address("2001:db8::ffff"))).isPositive();
    assertThat(throttle.turn(address("2001:db8:0:1::1"))).isZero();
  }

  @Test
  void manyAddressesTakeBoundedMemoryAndTheLastOnesAreKnown() {
    for (int i = 0; i < 3 * LoginThrottle.MOST; i++) {
      guess(address("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)), 5);
    }
    assertThat(throttle.turn(address("10.0.0.0"))).isZero();
    int last = 3 * LoginThrottle.MOST - 1;
    assertThat(throttle.turn(address("10.0." + (last >> 8 & 255) + "." + (last & 255))))
        .isPositive();
  }
}
