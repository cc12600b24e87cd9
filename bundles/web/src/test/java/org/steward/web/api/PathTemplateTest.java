package org.steward.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PathTemplateTest {
  private final PathTemplate template = new PathTemplate("/logs/{group}/{name}/stdout");

  @Test
  void holesTakeOneSegmentEach() {
    assertThat(template.names()).containsExactly("group", "name");
    assertThat(template.match("/logs/a/b:c/stdout")).isEqualTo(Map.of("group", "a", "name", "b:c"));
  }

  @Test
  void otherPathsDoNotMatch() {
    assertThat(template.match("/logs/a/b/stderr")).isNull();
    assertThat(template.match("/logs/a/stdout")).isNull();
    assertThat(template.match("/logs//b/stdout")).isNull();
    assertThat(template.match("/logs/a/b/stdout/")).isNull();
  }
}
