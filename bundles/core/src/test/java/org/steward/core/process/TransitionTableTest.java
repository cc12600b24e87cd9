package org.steward.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steward.api.process.ProcessState;

class TransitionTableTest {
  /** The edges of the diagram in Supervisor's manual, and the ones its text adds. */
  private static final Set<String> EDGES =
      Set.of(
          "STOPPED -> STARTING",
          "EXITED -> STARTING",
          "FATAL -> STARTING",
          "BACKOFF -> STARTING",
          "STARTING -> RUNNING",
          "STARTING -> BACKOFF",
          "STARTING -> STOPPING",
          "STARTING -> EXITED",
          "STARTING -> UNKNOWN",
          "RUNNING -> STOPPING",
          "RUNNING -> EXITED",
          "RUNNING -> UNKNOWN",
          "BACKOFF -> FATAL",
          "BACKOFF -> STOPPED",
          "STOPPING -> STOPPED",
          "STOPPING -> UNKNOWN",
          "UNKNOWN -> EXITED");

  @Test
  void edgesAreThoseOfTheManual() {
    assertThat(edges()).containsExactlyInAnyOrderElementsOf(EDGES);
  }

  @ParameterizedTest
  @EnumSource(ProcessState.class)
  void everyCellIsFilled(ProcessState state) {
    for (Input input : Input.values()) {
      TransitionTable.Cell cell = TransitionTable.cell(state, input);
      assertThat(cell.step()).as("%s on %s", state, input).isNotNull();
      boolean idle = cell.step() == Step.IGNORE || cell.step() == Step.REFUSE;
      if (idle) {
        assertThat(cell.next()).as("%s on %s", state, input).isEqualTo(state);
      }
    }
  }

  @Test
  void everyStateCanBeReachedAndEveryStateButUnknownCanBeLeftByAUser() {
    Set<ProcessState> reached = EnumSet.of(ProcessState.STOPPED);
    boolean grew = true;
    while (grew) {
      Set<ProcessState> more = EnumSet.copyOf(reached);
      for (ProcessState state : reached) {
        for (Input input : Input.values()) {
          more.add(TransitionTable.cell(state, input).next());
        }
      }
      grew = !more.equals(reached);
      reached = more;
    }
    assertThat(reached).containsExactlyInAnyOrder(ProcessState.values());
  }

  @ParameterizedTest
  @EnumSource(
      value = ProcessState.class,
      names = {"STARTING", "RUNNING", "BACKOFF"})
  void aStopIsHeededWhereverSomethingRunsOrIsAboutTo(ProcessState state) {
    assertThat(TransitionTable.cell(state, Input.STOP).next())
        .isIn(ProcessState.STOPPING, ProcessState.STOPPED);
  }

  private static List<String> edges() {
    List<String> edges = new ArrayList<>();
    for (ProcessState state : ProcessState.values()) {
      for (Input input : Input.values()) {
        ProcessState next = TransitionTable.cell(state, input).next();
        String edge = state + " -> " + next;
        if (next != state && !edges.contains(edge)) {
          edges.add(edge);
        }
      }
    }
    return edges;
  }
}
