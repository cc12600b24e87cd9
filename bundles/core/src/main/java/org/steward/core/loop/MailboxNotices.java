package org.steward.core.loop;

import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;
import org.steward.core.eventloop.Mailbox;
import org.steward.core.output.OutputNotices;

/** Brings the output room's notices to the loop. */
record MailboxNotices(Mailbox<Message> mailbox) implements OutputNotices {
  @Override
  public void prepared(long token, int errno, @Nullable String path) {
    mailbox.put(new Message.Prepared(token, errno, path));
  }

  @Override
  public void drained(long token) {
    mailbox.put(new Message.Drained(token));
  }

  @Override
  public boolean event(SupervisorEvent event) {
    return mailbox.offer(new Message.OutputEvent(event), Message.OutputEvent.MOST_WAITING);
  }
}
