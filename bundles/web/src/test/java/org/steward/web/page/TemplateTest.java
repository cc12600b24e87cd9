package org.steward.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steward.web.page.Template.Markup;

class TemplateTest {
  private final Template link = new Template("status-link.html");

  @Test
  void textIsEscaped() {
    assertThat(link.fill(Map.of("address", "\"><script>", "label", "<b>")).html())
        .isEqualTo("<li><a href=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;</a></li>");
  }

  @Test
  void markupIsNot() {
    assertThat(link.fill(Map.of("address", "x", "label", new Markup("<b>x</b>"))).html())
        .isEqualTo("<li><a href=\"x\"><b>x</b></a></li>");
  }

  @Test
  void holeThatIsNotFilledIsAnError() {
    assertThatThrownBy(() -> link.fill(Map.of("address", "x")))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("label");
  }
}
