package org.steward.core.eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.steward.core.posix.PollEvents;
import org.steward.core.posix.Polling;
import org.steward.core.posix.testing.FakePosix;
import org.steward.core.posix.testing.ManualClock;

class MailboxTest {
  private final FakePosix kernel = new FakePosix(new ManualClock());
  private final PollEvents events = kernel.pollEvents(4);
  private final int epoll = kernel.epollCreate();
  private final Mailbox<String> mailbox = new Mailbox<>(kernel);

  MailboxTest() {
    kernel.epollAdd(epoll, mailbox.descriptor(), Polling.EPOLLIN, 1);
  }

  private boolean isWoken() {
    return kernel.epollWait(epoll, events, 0) == 1;
  }

  @Test
  void messagesAreTakenInTheOrderTheyWerePut() {
    mailbox.put("a");
    mailbox.put("b");
    assertThat(mailbox.size()).isEqualTo(2);
    assertThat(mailbox.take()).isEqualTo("a");
    assertThat(mailbox.take()).isEqualTo("b");
    assertThat(mailbox.take()).isNull();
    assertThat(mailbox.size()).isZero();
  }

  @Test
  void aLoopThatMayBeAsleepIsWoken() {
    assertThat(mailbox.beforeWait()).isTrue();
    assertThat(isWoken()).isFalse();
    mailbox.put("a");
    assertThat(isWoken()).isTrue();
    mailbox.afterWait();
    mailbox.awake();
    assertThat(isWoken()).isFalse();
  }

  @Test
  void aLoopThatIsAwakeIsNotWokenAndDoesNotWaitInstead() {
    mailbox.put("a");
    assertThat(isWoken()).isFalse();
    assertThat(mailbox.beforeWait()).isFalse();
  }

  @Test
  void whatIsLeftOfATurnKeepsTheLoopFromWaiting() {
    mailbox.put("a");
    mailbox.put("b");
    mailbox.take();
    assertThat(mailbox.beforeWait()).isFalse();
    mailbox.take();
    assertThat(mailbox.beforeWait()).isTrue();
  }

  @Test
  void anOfferIsRefusedWhereTooManyWait() {
    assertThat(mailbox.offer("a", 1)).isTrue();
    assertThat(mailbox.offer("b", 1)).isFalse();
    mailbox.take();
    assertThat(mailbox.offer("c", 1)).isTrue();
  }
}
