package org.steward.ctl.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The actions Supervisor's supervisorctl does not have. */
public final class PlatformActions implements ActionSource {

  @Override
  public String title() {
    return "commands of this platform";
  }

  @Override
  public List<String> names(Session session) {
    return List.of("hash_password", "plugins", "shell", "upgrade");
  }

  @Override
  public @Nullable Action find(String name, Session session) {
    return switch (name) {
      case "hash_password" -> new HashPasswordAction();
      case "plugins" -> new PluginsAction();
      case "shell" -> new ShellAction();
      case "upgrade" -> new UpgradeAction();
      default -> null;
    };
  }
}
