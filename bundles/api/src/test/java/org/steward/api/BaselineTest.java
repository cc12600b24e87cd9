package org.steward.api;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Compares the API with the one plugins were last promised, {@code src/test/baseline/api.jar}: a
 * package that changed needs the version that says so to them, minor for additions and major for
 * breaks.
 *
 * <p>With a release, the released jar becomes the baseline. Before the first one nobody was
 * promised anything, and a change that is meant may renew it.
 */
class BaselineTest {

  private static final Path MODULE = Path.of("").toAbsolutePath();

  @Test
  void changedPackagesHaveTheVersionsPluginsCanTellBy() throws Exception {
    List<String> mismatches = new ArrayList<>();
    try (Analyzer analyzer = new Analyzer(new Jar(MODULE.resolve("target/classes").toFile()));
        Jar baseline = new Jar(MODULE.resolve("src/test/baseline/api.jar").toFile())) {
      analyzer.setProperties(MODULE.resolve("bnd.bnd").toFile());
      analyzer.getJar().setManifest(analyzer.calcManifest());
      for (Baseline.Info change :
          new Baseline(analyzer, new DiffPluginImpl())
              .baseline(analyzer.getJar(), baseline, null)) {
        if (change.mismatch) {
          mismatches.add(describe(change));
        }
      }
    }
    assertThat(mismatches)
        .as(
            "raise the version in package-info.java, or before the first release: cp"
                + " bundles/api/target/api-*.jar bundles/api/src/test/baseline/api.jar")
        .isEmpty();
  }

  private static String describe(Baseline.Info change) {
    return change.packageName
        + " has version "
        + change.newerVersion
        + ", expected at least "
        + change.suggestedVersion
        + ", as it changed from "
        + change.olderVersion
        + " in "
        + change.packageDiff.getChildren().stream()
            .filter(child -> child.getDelta() != Delta.UNCHANGED)
            .map(child -> child.getName() + " (" + child.getDelta() + ")")
            .toList();
  }
}
