package org.steward.plugins.settings;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionCheck;
import org.steward.api.config.SectionException;
import org.steward.plugins.log.ActivityLines;

/**
 * Asks a plugin about its section, and goes on without it where it breaks or does not answer: a
 * broken plugin must not keep everybody else from a new configuration.
 */
final class BoundedCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ActivityLines lines;

  BoundedCheck(ActivityLines lines) {
    this.lines = lines;
  }

  /** What the plugin refuses the section with, null if it does not. */
  @Nullable SectionException ask(SectionCheck check, PluginSection section) {
    AtomicReference<@Nullable SectionException> refusal = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("section-check")
            .start(() -> refusal.set(answer(check, section)));
    try {
      if (!thread.join(PATIENCE)) {
        lines.warn("the check of [" + section.name() + "] does not answer and is passed over");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return refusal.get();
  }

  private @Nullable SectionException answer(SectionCheck check, PluginSection section) {
    try {
      check.check(section);
    } catch (SectionException e) {
      return e;
    } catch (Throwable foreign) { // whatever another bundle's code throws, errors included
      lines.warn("the check of [" + section.name() + "] failed and is passed over: " + foreign);
    }
    return null;
  }
}
