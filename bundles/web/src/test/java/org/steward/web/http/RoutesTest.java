package org.steward.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private final Route page = exchange -> {};
  private final Route tree = exchange -> {};
  private final Routes routes =
      Routes.builder().path("/", page).path("/index.html", page).tree("/logtail", tree).build();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/, page",
        "/index.html, page",
        "/index.html/, -",
        "/INDEX.HTML, -",
        "/logtail, tree",
        "/logtail/, tree",
        "/logtail/a/b, tree",
        "/logtailor, -",
        "/mainlogtail, -",
        "/x/logtail/a, -",
      })
  void findsWholePathsAndTrees(String path, String expected) {
    Route wanted = expected == null ? null : expected.equals("page") ? page : tree;
    assertThat(routes.find(path)).isSameAs(wanted);
  }
}
