package org.steward.plugins.health;

import java.util.List;
import org.osgi.framework.Bundle;
import org.steward.api.plugin.PluginState;
import org.steward.plugins.ctl.CtlCommands;

/** Finds commands of supervisorctl that were offered and cannot be typed. */
final class CommandExaminer implements Examiner {
  private final CtlCommands commands;

  CommandExaminer(CtlCommands commands) {
    this.commands = commands;
  }

  @Override
  public List<Symptom> examine(Bundle bundle) {
    return commands.rejections().stream()
        .filter(rejection -> rejection.bundle() == bundle.getBundleId())
        .map(
            rejection ->
                new Symptom(
                    PluginState.DEGRADED,
                    "command '" + rejection.name() + "' cannot be used: " + rejection.reason()))
        .toList();
  }
}
