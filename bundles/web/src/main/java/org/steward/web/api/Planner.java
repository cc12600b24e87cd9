package org.steward.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.steward.api.control.ChangeEffect;
import org.steward.api.control.ProcessSettings;
import org.steward.api.control.Supervisor;
import org.steward.api.control.UpdatePlan;
import org.steward.api.control.UpdatePlan.GroupChange;
import org.steward.api.control.UpdatePlan.Kind;
import org.steward.api.control.UpdatePlan.ProcessChange;
import org.steward.web.api.PlanView.GroupPlan;
import org.steward.web.api.PlanView.ProcessPlan;

/** Says what an update would do, from reading the files anew. Safe on any thread. */
final class Planner {
  private final Supervisor supervisor;

  /** Keeps the name of a plan, which is made of secrets too, from telling anything of them. */
  private final String salt = UUID.randomUUID().toString();

  Planner(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /**
   * Reads the configuration files and compares.
   *
   * @throws org.steward.api.control.SupervisorFault CANT_REREAD with all that is wrong with them
   */
  PlanView plan() {
    supervisor.rereadConfig();
    UpdatePlan plan = supervisor.updatePlan();
    return new PlanView(name(plan), plan.groups().stream().map(this::view).toList());
  }

  private GroupPlan view(GroupChange group) {
    return new GroupPlan(
        group.group(),
        word(group.kind()),
        (int) group.processes().stream().filter(this::isStopped).count(),
        group.processes().stream().map(process -> view(group.kind(), process)).toList());
  }

  /** How a group differs, as clients are told it. */
  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static ProcessPlan view(Kind kind, ProcessChange process) {
    String change =
        switch (process.effect()) {
          case ADDED, REMOVED -> process.effect().label();
          case RESTART, START, LIVE -> word(kind);
        };
    return new ProcessPlan(
        process.id().qualifiedName(),
        change,
        process.effect().label(),
        process.options().stream().map(OptionChange::of).toList());
  }

  private boolean isStopped(ProcessChange change) {
    return (change.effect() == ChangeEffect.RESTART || change.effect() == ChangeEffect.REMOVED)
        && supervisor
            .snapshot()
            .process(change.id())
            .filter(process -> !process.state().isStopped())
            .isPresent();
  }

  private String name(UpdatePlan plan) {
    Set<String> groups = new HashSet<>();
    plan.groups().forEach(group -> groups.add(group.group()));
    StringBuilder all = new StringBuilder(salt).append(plan);
    for (ProcessSettings settings : supervisor.readSettings()) {
      if (groups.contains(settings.id().group())) {
        all.append(settings.id()).append(settings.values()).append(settings.environment());
      }
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
