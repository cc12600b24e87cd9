package org.steward.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Signals;
import org.steward.core.posix.SystemClock;

/** The rooms and what each may touch, as ARCHITECTURE.md tells it. */
@AnalyzeClasses(packages = "org.steward.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String CONFIG = "org.steward.core.config..";
  private static final String LOOP = "org.steward.core.loop..";
  private static final String OUTPUT = "org.steward.core.output..";
  private static final String POSIX = "org.steward.core.posix..";
  private static final String PROCESS = "org.steward.core.process..";

  /** Before there is a log, and for {@code --help}, someone must speak to the terminal. */
  private static final String CONSOLE = "org.steward.core.daemon.Console";

  private static final DescribedPredicate<JavaAccess<?>> A_CLOCK =
      memberMatching(
          "a clock",
          "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)\\(\\)"
              + "|java\\.time\\.(.*\\.now|Clock\\.(system|tick)\\w*)\\(.*\\)"
              + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>\\(\\)");

  private static final DescribedPredicate<JavaAccess<?>> SLEEP =
      memberMatching(
          "sleep", "java\\.(lang\\.Thread|util\\.concurrent\\.TimeUnit)\\.sleep\\(.*\\)");

  private static final DescribedPredicate<JavaAccess<?>> THE_JDKS_PROCESSES =
      memberMatching(
          "the JDK's processes",
          "java\\.lang\\.Runtime\\.exec\\(.*\\)|java\\.lang\\.ProcessBuilder\\..*");

  private static final DescribedPredicate<JavaAccess<?>> THE_TERMINAL =
      memberMatching(
          "the terminal",
          "java\\.lang\\.System\\.(out|err)|java\\.lang\\.Throwable\\.printStackTrace\\(\\)");

  @ArchTest
  static final ArchRule onlyThePosixSeamTouchesNativeMemory =
      noClasses()
          .that()
          .resideOutsideOfPackage(POSIX)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.foreign..")
          .because("a port to another system happens in one package: add a method to Posix");

  @ArchTest
  static final ArchRule stateMachineOnlyDecides =
      noClasses()
          .that()
          .resideInAPackage(PROCESS)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  POSIX,
                  LOOP,
                  OUTPUT,
                  "java.io..",
                  "java.net..",
                  "java.nio..",
                  "java.util.concurrent.."))
          .because("it returns effects and gets the time as a value: the loop carries them out");

  @ArchTest
  static final ArchRule configurationIsAValue =
      noClasses()
          .that()
          .resideInAPackage(CONFIG)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(LOOP, OUTPUT, PROCESS)
                  .or(resideInAPackage(POSIX).and(not(belongToAnyOf(Signals.class, Errno.class)))))
          .because("it is read and compared before anything runs");

  @ArchTest
  static final ArchRule outputRoomKnowsNoProcessState =
      noClasses()
          .that()
          .resideInAPackage(OUTPUT)
          .should()
          .dependOnClassesThat(resideInAnyPackage(LOOP, PROCESS))
          .because("what it has to say goes through OutputNotices");

  @ArchTest
  static final ArchRule loopKnowsNoClient =
      noClasses()
          .that()
          .resideInAPackage(LOOP)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.steward.core.control..", "org.steward.core.daemon.."))
          .because("whoever wants something of it has a LoopHandle");

  @ArchTest
  static final ArchRule seamKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage(POSIX)
          .should()
          .dependOnClassesThat(resideInAPackage("org.steward..").and(not(resideInAPackage(POSIX))))
          .because("all others stand on it");

  @ArchTest
  static final ArchRule timeIsReadThroughTheClock =
      noClasses()
          .that()
          .doNotBelongToAnyOf(SystemClock.class)
          .should()
          .accessTargetWhere(A_CLOCK)
          .because("tests travel in time: take org.steward.core.posix.Clock, once a turn");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses().should().accessTargetWhere(SLEEP).because("waiting is for epoll and its timers");

  @ArchTest
  static final ArchRule nobodyStartsProcessesThroughTheJdk =
      noClasses()
          .should()
          .accessTargetWhere(THE_JDKS_PROCESSES)
          .because("the JDK's reaper would compete with ours: use Processes.spawn");

  @ArchTest
  static final ArchRule nobodyPrints =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(CONSOLE)
          .should()
          .accessTargetWhere(THE_TERMINAL)
          .because("the activity log and, before there is one, " + CONSOLE + " are there for that");

  private static DescribedPredicate<JavaAccess<?>> memberMatching(String what, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return DescribedPredicate.describe(
        what, access -> pattern.matcher(access.getTarget().getFullName()).matches());
  }
}
