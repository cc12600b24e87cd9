package org.steward.plugins;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.steward.api.ctl.CtlCommand;
import org.steward.plugins.ctl.CtlCommands;

/** Lets the commands of plugins in and out. */
@Component(service = CtlCommandsComponent.class)
public final class CtlCommandsComponent {
  private final CtlCommands commands = new CtlCommands();

  CtlCommands commands() {
    return commands;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      target = "(" + CtlCommand.NAME + "=*)")
  void addCommand(CtlCommand command, Map<String, ?> properties) {
    commands.add(
        ServiceProperties.strings(properties, CtlCommand.NAME),
        command,
        ServiceProperties.bundle(properties));
  }

  void removeCommand(CtlCommand command) {
    commands.remove(command);
  }
}
