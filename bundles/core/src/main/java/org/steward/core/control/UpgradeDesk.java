package org.steward.core.control;

import java.util.concurrent.CompletionStage;
import org.steward.api.control.UpgradeReport;

/** Where it is found out whether another version of the daemon could take over. Any thread. */
public interface UpgradeDesk {
  /**
   * Tries what is installed now.
   *
   * @return completes once it has shown that it starts; fails with a {@link
   *     org.steward.api.control.SupervisorFault} that says why not
   */
  CompletionStage<Void> check();

  /** What became of the last upgrade. */
  UpgradeReport last();
}
