package org.steward.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.http.Role;
import org.steward.core.spi.http.HttpServerSettings.User;

class BasicAuthenticationTest {
  /** As the documentation of another tool has it. */
  private static final String HASH_OF_PASSWORD =
      "$pbkdf2-sha256$8000$XAuBMIYQQogxRg$tRRlz8hYn63B9LYiCd6PRo6FMiunY9ozmMMI3srxeRE";

  private static final String SHA_OF_ABC = "{SHA}a9993e364706816aba3e25717850c26c9cd0d89d";

  private static BasicAuthentication asking(String user, String password) {
    return new BasicAuthentication(List.of(new User(user, password, Role.OPERATE)));
  }

  private static @Nullable String user(
      BasicAuthentication authentication, @Nullable String header) {
    BasicAuthentication.Given given = BasicAuthentication.given(header);
    Visitor visitor = given == null ? null : authentication.visitor(given);
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
    assertThat(new BasicAuthentication(List.of()).isRequired()).isFalse();
  }

  @Test
  void eachOfSeveralHasItsOwnPasswordAndRole() {
    BasicAuthentication several =
        new BasicAuthentication(
            List.of(
                new User("ann", "a", Role.ADMIN),
                new User("bob", SHA_OF_ABC, Role.OPERATE),
                new User("eve", HASH_OF_PASSWORD, Role.READ)));
    assertThat(several.visitor(new BasicAuthentication.Given("ann", "a")))
        .isEqualTo(new Visitor("ann", Role.ADMIN));
    assertThat(several.visitor(new BasicAuthentication.Given("bob", "abc")))
        .isEqualTo(new Visitor("bob", Role.OPERATE));
    assertThat(several.visitor(new BasicAuthentication.Given("eve", "password")))
        .isEqualTo(new Visitor("eve", Role.READ));
    for (String name : List.of("ann", "bob", "eve", "zoe")) {
      assertThat(several.visitor(new BasicAuthentication.Given(name, "wrong"))).isNull();
      assertThat(several.visitor(new BasicAuthentication.Given(name, ""))).isNull();
    }
  }
}
