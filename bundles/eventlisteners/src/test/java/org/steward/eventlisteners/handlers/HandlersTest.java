package org.steward.eventlisteners.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;

class HandlersTest {
  private static final Subscription ALL = Subscription.to(List.of(EventType.EVENT));

  private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();
  private final Handlers handlers = new Handlers(warnings::add);
  private final List<SupervisorEventHandler> added = new ArrayList<>();

  @AfterEach
  void removeAll() {
    added.forEach(handlers::remove);
  }

  @Test
  void aHandlerIsToldInOrderOfWhatItSubscribedTo() throws InterruptedException {
    BlockingQueue<SupervisorEvent> told = new LinkedBlockingQueue<>();
    add(told::add, Subscription.to(List.of(EventType.TICK_5)));
    handlers.published(new Tick(60, 60));
    handlers.published(new Tick(5, 60));
    handlers.published(new Tick(5, 65));
    assertThat(next(told)).isEqualTo(new Tick(5, 60));
    assertThat(next(told)).isEqualTo(new Tick(5, 65));
  }

  @Test
  void aHandlerThatNeverReturnsCostsItsOwnEventsOnly() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    BlockingQueue<SupervisorEvent> told = new LinkedBlockingQueue<>();
    add(
        event -> {
          called.countDown();
          never.await();
        },
        ALL);
    add(told::add, ALL);
    for (int i = 0; i < 3 * HandlerQueue.MOST_EVENTS; i++) {
      handlers.published(new Tick(5, i));
      assertThat(next(told)).isEqualTo(new Tick(5, i));
    }
    assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(warnings)
        .startsWith("event handler h does not keep up: 1 events dropped so far")
        .contains("event handler h does not keep up: 1024 events dropped so far")
        .hasSize(11);
    assertThat(handlers.reports().getFirst())
        .satisfies(
            report -> {
              assertThat(report.bundle()).isEqualTo(7);
              assertThat(report.busy()).isPositive();
              assertThat(report.dropped()).isGreaterThanOrEqualTo(1024);
            });
  }

  @Test
  void whoComesWhileTheDaemonStartsIsToldOfWhatWasBefore() throws InterruptedException {
    BlockingQueue<SupervisorEvent> told = new LinkedBlockingQueue<>();
    handlers.hold();
    handlers.published(new Tick(5, 5));
    add(told::add, ALL);
    handlers.published(new Tick(5, 10));
    assertThat(told).isEmpty();
    handlers.release();
    handlers.published(new Tick(5, 15));
    for (int when = 5; when <= 15; when += 5) {
      assertThat(next(told)).isEqualTo(new Tick(5, when));
    }
    add(told::add, Subscription.to(List.of(EventType.TICK_60)));
    handlers.release();
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsHeldForHandlersToComeIsBounded() throws InterruptedException {
    BlockingQueue<SupervisorEvent> told = new LinkedBlockingQueue<>();
    handlers.hold();
    add(told::add, ALL);
    for (int i = 0; i < HandlerQueue.MOST_EVENTS; i++) {
      handlers.published(new Tick(5, i));
    }
    for (int i = 0; i < HandlerQueue.MOST_EVENTS; i++) {
      assertThat(next(told)).isEqualTo(new Tick(5, i));
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void outputThatWaitsIsBoundedInBytes() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    add(event -> never.await(), ALL);
    byte[] data = new byte[64 * 1024];
    for (int i = 0; i <= HandlerQueue.MOST_BYTES / data.length; i++) {
      handlers.published(new ProcessLog(new ProcessId("p", "p"), 1, LogStream.STDOUT, data));
    }
    assertThat(warnings)
        .containsExactly("event handler h does not keep up: 1 events dropped so far");
  }

  @Test
  void whatAHandlerThrowsIsShownAndTheNextEventGetsThrough() throws InterruptedException {
    BlockingQueue<SupervisorEvent> told = new LinkedBlockingQueue<>();
    add(
        event -> {
          told.add(event);
          throw new IllegalStateException("broken");
        },
        ALL);
    handlers.published(new Tick(5, 1));
    handlers.published(new Tick(5, 2));
    assertThat(next(told)).isEqualTo(new Tick(5, 1));
    assertThat(next(told)).isEqualTo(new Tick(5, 2));
    assertThat(next(warnings))
        .isEqualTo(
            "event handler h failed on TICK_5 (failure 1): java.lang.IllegalStateException: broken");
  }

  @Test
  void aHandlerThatGoesIsToldNoMore() throws InterruptedException {
    BlockingQueue<SupervisorEvent> told = new LinkedBlockingQueue<>();
    BlockingQueue<SupervisorEvent> other = new LinkedBlockingQueue<>();
    SupervisorEventHandler leaving = told::add;
    add(leaving, ALL);
    add(other::add, ALL);
    handlers.remove(leaving);
    handlers.published(new Tick(5, 1));
    assertThat(next(other)).isEqualTo(new Tick(5, 1));
    assertThat(told).isEmpty();
  }

  @Test
  void aHandlerThatGoesEndsWhatItIsAt() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
    SupervisorEventHandler leaving =
        event -> {
          called.countDown();
          try {
            gone.await();
            interrupted.add(false);
          } catch (InterruptedException e) {
            interrupted.add(true);
          }
        };
    add(leaving, ALL);
    handlers.published(new Tick(5, 1));
    called.await();
    handlers.remove(leaving);
    gone.countDown();
    assertThat(next(interrupted)).isFalse();
  }

  @Test
  void aHandlerThatGoesAndDoesNotEndIsInterrupted() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
    SupervisorEventHandler leaving =
        event -> {
          called.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.add(true);
          }
        };
    add(leaving, ALL);
    handlers.published(new Tick(5, 1));
    called.await();
    handlers.remove(leaving);
    assertThat(next(interrupted)).isTrue();
  }

  @Test
  void aHandlerMayChangeItsSubscription() throws InterruptedException {
    BlockingQueue<SupervisorEvent> told = new LinkedBlockingQueue<>();
    SupervisorEventHandler handler = told::add;
    add(handler, Subscription.to(List.of(EventType.TICK_5)));
    handlers.update(handler, Subscription.to(List.of(EventType.TICK_60)));
    handlers.published(new Tick(5, 60));
    handlers.published(new Tick(60, 60));
    assertThat(next(told)).isEqualTo(new Tick(60, 60));
  }

  private void add(SupervisorEventHandler handler, Subscription subscription) {
    added.add(handler);
    handlers.add(handler, new Identity("h", 7), subscription);
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(10, TimeUnit.SECONDS);
    assertThat(next).as("within 10 s").isNotNull();
    return next;
  }
}
