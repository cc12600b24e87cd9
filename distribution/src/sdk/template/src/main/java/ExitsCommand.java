package __package__;

import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.ctl.CtlCommand;

/** {@code supervisorctl __name__}. Runs in the daemon, so nothing is installed where it is typed. */
@Component(configurationPid = "steward.ctlplugin.__name__", property = CtlCommand.NAME + "=__name__")
public final class ExitsCommand implements CtlCommand {
  private final Exits exits;
  private final Section section;

  /** What {@code [ctlplugin:__name__]} may say. */
  @interface Section {
    String bar() default "#";
  }

  @Activate
  public ExitsCommand(@Reference Exits exits, Section section) {
    this.exits = exits;
    this.section = section;
  }

  @Override
  public String help(String command) {
    return "__name__\tShow how often each program has exited";
  }

  @Override
  public Answer run(String command, List<String> arguments) {
    if (!arguments.isEmpty()) {
      return Answer.failed(help(command));
    }
    return Answer.of(
        exits.counts().entrySet().stream()
            .sorted((a, b) -> b.getValue() - a.getValue())
            .map(
                count ->
                    "%-20s %s %d"
                        .formatted(
                            count.getKey(),
                            section.bar().repeat(Math.min(50, count.getValue())),
                            count.getValue()))
            .collect(Collectors.joining("\n")));
  }
}
