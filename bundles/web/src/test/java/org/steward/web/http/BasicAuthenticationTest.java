package org.steward.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.http.HttpServerSettings.Credentials;

class BasicAuthenticationTest {
  private static final String SHA_OF_ABC = "{SHA}a9993e364706816aba3e25717850c26c9cd0d89d";

  private static BasicAuthentication asking(String user, String password) {
    return new BasicAuthentication(new Credentials(user, password));
  }

  private static @Nullable String user(
      BasicAuthentication authentication, @Nullable String header) {
    Visitor visitor = authentication.visitor(header);
    return visitor == null ? null : visitor.user();
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "bob, secret, bob:secret, true",
    "bob, secret, bob:wrong, false",
    "bob, secret, eve:secret, false",
    "bob, secret, bob:, false",
    "bob, secret, bob, false",
    "bob, sec:ret, bob:sec:ret, true",
    "bob, " + SHA_OF_ABC + ", bob:abc, true",
    "bob, " + SHA_OF_ABC + ", bob:abd, false",
    "bob, " + SHA_OF_ABC + ", bob:" + SHA_OF_ABC + ", false",
    "jürgen, größe, jürgen:größe, true",
  })
  void admitsWhoKnowsNameAndPassword(String user, String password, String given, boolean admitted) {
    assertThat(user(asking(user, password), basic(given))).isEqualTo(admitted ? user : null);
  }

  @Test
  void digestMayBeInCapitals() {
    assertThat(
            user(asking("bob", "{SHA}A9993E364706816ABA3E25717850C26C9CD0D89D"), basic("bob:abc")))
        .isEqualTo("bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!!", "Basic A", "Digest x", "Bearer x"})
  void refusesWhatIsNoBasicAuthorization(String header) {
    assertThat(user(asking("bob", "secret"), header)).isNull();
  }

  @Test
  void refusesRequestsWithoutAuthorization() {
    assertThat(user(asking("bob", "secret"), null)).isNull();
  }

  @Test
  void schemeIsNotCaseSensitive() {
    assertThat(user(asking("bob", "secret"), basic("bob:secret").replace("Basic", "bASIC")))
        .isEqualTo("bob");
  }

  @Test
  void anybodyMayPassWhereNobodyIsAskedFor() {
    assertThat(user(new BasicAuthentication(null), null)).isEqualTo(Visitor.ANYBODY);
  }
}
