package org.steward.samples.twiddler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.api.testing.FakeSupervisor;

class TwiddlerTest {
  private final FakeSupervisor supervisor =
      new FakeSupervisor().with("web:a", ProcessState.STOPPED, 0);
  private final Twiddler twiddler = twiddler("");

  private Twiddler twiddler(String whitelist) {
    return new Twiddler(
        supervisor,
        new Twiddler.Settings() {
          @Override
          public String whitelist() {
            return whitelist;
          }

          @Override
          public Class<? extends Annotation> annotationType() {
            return Twiddler.Settings.class;
          }
        });
  }

  @Test
  void programsAndProcessesComeAndGo() {
    twiddler.addProgramToGroup("web", "b", Map.of("command", "sleep 1", "numprocs", 1));
    twiddler.removeProcessFromGroup("web", "a");
    assertThat(supervisor.orders().getFirst()).startsWith("add web:b {").contains("numprocs=1");
    assertThat(supervisor.orders().getLast()).isEqualTo("remove web:a");
    assertThat(twiddler.getGroupNames()).containsExactly("web");
  }

  @Test
  void optionsMustBeText() {
    assertThatThrownBy(
            () -> twiddler.addProgramToGroup("web", "b", Map.of("exitcodes", List.of(0))))
        .satisfies(thrown -> hasCode(thrown, Fault.INCORRECT_PARAMETERS.code()));
  }

  @Test
  void linesAreLoggedAtTheLevelNamedOrNumbered() {
    twiddler.log("a", "INFO");
    twiddler.log("b", "warn");
    twiddler.log("c", 50);
    assertThat(supervisor.logs().lines()).containsExactly("INFO a", "WARN b", "CRIT c");
    assertThatThrownBy(() -> twiddler.log("d", 51))
        .satisfies(thrown -> hasCode(thrown, Fault.INCORRECT_PARAMETERS.code()));
  }

  @Test
  void onlyWhatTheWhiteListNamesCanBeCalled() {
    Twiddler listed = twiddler(" getAPIVersion, getGroupNames ");
    assertThat(listed.getAPIVersion()).isEqualTo("1.0");
    assertThatThrownBy(() -> listed.log("a", "INFO")).satisfies(thrown -> hasCode(thrown, 230));
  }

  @Test
  void nothingIsAnsweredWhileTheDaemonShutsDown() {
    supervisor.is(SupervisorState.SHUTDOWN);
    assertThatThrownBy(twiddler::getAPIVersion)
        .satisfies(thrown -> hasCode(thrown, Fault.SHUTDOWN_STATE.code()));
  }

  private static void hasCode(Throwable thrown, int code) {
    assertThat(((SupervisorFault) thrown).code()).isEqualTo(code);
  }
}
