package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page, and the way to it. What it does is tried in a browser elsewhere. */
class UiTest {
  private static final Path FILES = Path.of("src/main/resources/org/steward/web/ui");
  private static final int MOST_COMPRESSED = 60 * 1024;
  private static final Pattern REFERENCE =
      Pattern.compile("(?:from '\\./|import\\('\\./|href=\"|src=\"|src: ')([a-z0-9-]+\\.[a-z]+)");

  @AutoClose final TestSite site = TestSite.onTcp();
  @AutoClose final RawClient client = site.client();

  private String ask(String path, String headers) throws IOException {
    client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
    return client.response();
  }

  @Test
  void browsersAreShownToThePage() throws IOException {
    assertThat(ask("/", "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n"))
        .startsWith("HTTP/1.1 302 ")
        .contains("\r\nLocation: ui/\r\n");
    assertThat(ask("/ui", "")).contains("\r\nLocation: ui/\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/, Accept: */*",
    "/, X: x",
    "/?message=done, Accept: text/html",
    "/index.html, Accept: text/html",
    "/index.html?message=done, Accept: text/html",
  })
  void scriptsAndTheClassicPageFindWhatWasAlwaysThere(String path, String header)
      throws IOException {
    assertThat(ask(path, header + "\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .contains("<title>Supervisor Status</title>");
  }

  @ParameterizedTest
  @CsvSource({
    "/ui/, text/html;charset=utf-8",
    "/ui/index.html, text/html;charset=utf-8",
    "/ui/main.js, text/javascript;charset=utf-8",
    "/ui/base.css, text/css;charset=utf-8",
    "/ui/icon.svg, image/svg+xml",
  })
  void filesAreServedUnderAPolicyThatRunsNothingElse(String path, String type) throws IOException {
    assertThat(ask(path, ""))
        .startsWith("HTTP/1.1 200 ")
        .contains("\r\nContent-Type: " + type + "\r\n")
        .contains("Content-Security-Policy: default-src 'none'; script-src 'self';")
        .doesNotContain("unsafe-inline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ui/none.js",
        "/ui/UiRoute.class",
        "/ui/a/b.js",
        "/ui/..%2fpage/status.html",
        "/ui/.html"
      })
  void nothingElseIsServed(String path) throws IOException {
    assertThat(client.get(path).until("\r\n"))
        .isIn("HTTP/1.1 404 Not Found\r\n", "HTTP/1.1 400 Bad Request\r\n");
  }

  @Test
  void filesAreCompressedAndSentOnce() throws IOException {
    client.send("HEAD /ui/main.js HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, br\r\n\r\n");
    String head = client.until("\r\n\r\n");
    assertThat(head).contains("Content-Encoding: gzip\r\n").contains("Vary: Accept-Encoding");
    String tag = head.replaceAll("(?s).*\r\nETag: ([^\r]*)\r\n.*", "$1");
    assertThat(ask("/ui/main.js", "If-None-Match: " + tag + "\r\n")).startsWith("HTTP/1.1 304 ");
  }

  @Test
  void filesThePageNamesAreKeptForGoodAndChangeTheirNameWithTheirContent() throws IOException {
    String page = ask("/ui/", "");
    assertThat(page).contains("\r\nCache-Control: private, no-cache\r\n");
    Matcher script = Pattern.compile("src=\"([0-9a-f]+/main\\.js)\"").matcher(page);
    assertThat(script.find()).isTrue();
    assertThat(ask("/ui/" + script.group(1), ""))
        .startsWith("HTTP/1.1 200 ")
        .contains("\r\nCache-Control: private, max-age=31536000, immutable\r\n");
    assertThat(ask("/ui/0/main.js", "")).contains("\r\nCache-Control: private, no-cache\r\n");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  @Test
  void wholePageIsLight() throws IOException {
    long all = 0;
    for (Path file : files()) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(Files.readAllBytes(file));
      }
      all += packed.size();
    }
    assertThat(all).isLessThan(MOST_COMPRESSED);
  }

  @Test
  void filesNameOnlyFilesThatExist() throws IOException {
    for (Path file : files()) {
      Matcher references = REFERENCE.matcher(Files.readString(file));
      while (references.find()) {
        assertThat(FILES.resolve(references.group(1))).as(file.toString()).exists();
      }
    }
  }

  @Test
  void nothingIsFetchedFromElsewhereOrParsedAsMarkup() throws IOException {
    for (Path file : files()) {
      String text = Files.readString(file).replace("http://www.w3.org/", "");
      assertThat(text)
          .as(file.toString())
          .doesNotContain("http://", "https://", "innerHTML", "eval(", "style=", "onclick=\"");
    }
  }
}
