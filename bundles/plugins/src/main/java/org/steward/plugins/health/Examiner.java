package org.steward.plugins.health;

import java.util.List;
import org.osgi.framework.Bundle;

/** Knows one way in which a bundle may be unwell. Any thread; does not wait. */
@FunctionalInterface
interface Examiner {
  /** What is wrong, empty if nothing is. */
  List<Symptom> examine(Bundle bundle);
}
