package org.steward.itests.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.steward.itests.harness.Await;

/**
 * Debian's Chromium without a window, for one class of tests, registered as a static field. All
 * that is looked for is waited for.
 */
final class Browser implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private ChromeDriver driver;

  @Override
  public void beforeAll(ExtensionContext context) {
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.setCapability("goog:loggingPrefs", logging);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--lang=en-GB");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    window(1440, 900);
  }

  /** Leaves the page of a daemon that is gone, and forgets what it complained of. */
  @Override
  public void beforeEach(ExtensionContext context) {
    driver.get("about:blank");
    complaints();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    driver.quit();
  }

  /** Gives the page an area of this size to be shown in, whatever the window's least size is. */
  void window(int width, int height) {
    devtools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Has the system prefer dark colours, or light ones; and no motion. */
  void dark(boolean dark) {
    List<Map<String, String>> features =
        List.of(
            Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
            Map.of("name", "prefers-reduced-motion", "value", "reduce"));
    devtools("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** Asks the browser itself, by the DevTools protocol. */
  Map<String, Object> devtools(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  /** Opens an address anew, also where only what is behind its # differs from the one before. */
  Browser open(String address) {
    driver.get("about:blank");
    driver.get(address);
    return this;
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** Evaluates an expression in the page. */
  Object eval(String expression, Object... arguments) {
    return driver.executeScript("return " + expression, arguments);
  }

  /** Runs a script of its own, which calls its last argument when it is done. */
  Object async(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** All elements there are now that can be seen. */
  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().filter(Browser::isShown).toList();
  }

  private static boolean isShown(WebElement element) {
    try {
      return element.isDisplayed();
    } catch (StaleElementReferenceException gone) {
      return false;
    }
  }

  /** The first element that can be seen, as soon as there is one. */
  WebElement find(String selector) {
    Await.until(selector + " is there", () -> !all(selector).isEmpty(), this::seen);
    return all(selector).getFirst();
  }

  /** Waits until an element shows a text. */
  Browser awaitText(String selector, String text) {
    Await.until(
        selector + " shows: " + text,
        () -> texts(selector).anyMatch(found -> found.contains(text)),
        this::seen);
    return this;
  }

  /** Waits until that many elements can be seen. */
  Browser awaitCount(String selector, int count) {
    Await.until(count + " of " + selector, () -> all(selector).size() == count, this::seen);
    return this;
  }

  /** Waits until an expression is true in the page. */
  Browser awaitTrue(String expression) {
    Await.until(expression, () -> Boolean.TRUE.equals(eval(expression)), this::seen);
    return this;
  }

  private Stream<String> texts(String selector) {
    return all(selector).stream().map(Browser::text);
  }

  private static String text(WebElement element) {
    try {
      return element.getText();
    } catch (StaleElementReferenceException gone) {
      return "";
    }
  }

  /** Clicks at an element as soon as it can be clicked. */
  Browser click(String selector) {
    Await.until(
        selector + " can be clicked",
        () -> {
          try {
            WebElement element = find(selector);
            if (!element.isEnabled()) {
              return false;
            }
            element.click();
            return true;
          } catch (StaleElementReferenceException | ElementNotInteractableException moved) {
            return false;
          }
        },
        this::seen);
    return this;
  }

  /** Types into whatever has the focus. */
  Browser type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Clicks with Shift held down. */
  Browser shiftClick(String selector) {
    new Actions(driver).keyDown(Keys.SHIFT).click(find(selector)).keyUp(Keys.SHIFT).perform();
    return this;
  }

  /** Goes into the frame of a plugin's page; null for back out of it. */
  Browser frame(String selector) {
    if (selector == null) {
      driver.switchTo().defaultContent();
    } else {
      driver.switchTo().frame(find(selector));
    }
    return this;
  }

  /** What the console said since this was asked for the last time that was no mere information. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Keeps a picture of what is seen, as output of the build. */
  Path screenshot(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      return Files.write(
          SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is seen, for failures. */
  private String seen() {
    try {
      return address() + "\n" + driver.findElement(By.tagName("body")).getText();
    } catch (WebDriverException gone) {
      return "nothing: " + gone.getMessage();
    }
  }
}
