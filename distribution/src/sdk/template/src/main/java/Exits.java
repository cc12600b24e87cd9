package __package__;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.steward.api.config.SectionException;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEventHandler;

/**
 * Counts exits. Told of them on a thread of its own; asked by the other components on theirs.
 *
 * <p>Its section {@code [__name__]} may be there or not: configurationPid names it, and whatever it
 * says when it changes comes to {@link #configure}, while the counts stay.
 */
@Component(
    service = {SupervisorEventHandler.class, Exits.class},
    configurationPid = "steward.__name__",
    property = SupervisorEventHandler.EVENTS + "=PROCESS_STATE_EXITED")
public final class Exits implements SupervisorEventHandler {
  private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();
  private volatile Settings settings = Settings.DEFAULTS;

  @Activate
  @Modified
  void configure(Map<String, Object> properties) throws SectionException {
    settings = Settings.of(properties);
  }

  @Override
  public void onEvent(SupervisorEvent event) {
    // The type of the event is known from what this is registered for; the pattern unpacks it.
    if (event instanceof ProcessStateChanged exit && !settings.ignore().contains(exit.id().name())) {
      counts.merge(
          exit.id().displayName(), 1, (a, b) -> Math.min(a + b, settings.most()));
    }
  }

  /** How often each program has exited, by its name. */
  public Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }
}
