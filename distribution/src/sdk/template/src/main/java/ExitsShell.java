package __package__;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's command {@code __name__:exits}: each function that is named is a public method. */
@Component(
    service = ExitsShell.class,
    property = {"osgi.command.scope=__name__", "osgi.command.function=exits"})
public final class ExitsShell {
  private final Exits exits;

  @Activate
  public ExitsShell(@Reference Exits exits) {
    this.exits = exits;
  }

  /** Its result is printed, or handed on to the next command of a pipe. */
  public Map<String, Integer> exits() {
    return exits.counts();
  }
}
