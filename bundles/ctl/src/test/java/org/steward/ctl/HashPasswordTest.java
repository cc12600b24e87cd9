package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashPasswordTest {

  @Test
  void printsNothingButAHashWithItsOwnSalt() {
    CtlRun first = CtlRun.withInput("p ass:wörd\n", "hash_password");
    CtlRun second = CtlRun.withInput("p ass:wörd\n", "hash_password");
    assertThat(first.out())
        .matches("\\$pbkdf2-sha256\\$600000\\$[./A-Za-z0-9]{22}\\$[./A-Za-z0-9]{43}\n")
        .isNotEqualTo(second.out());
    assertThat(first.status()).isZero();
  }

  @Test
  void asksForAPassword() {
    CtlRun.withInput("\n", "hash_password").printed(1, "ERROR: the password is empty");
    assertThat(CtlRun.withInput("", "hash_password").status()).isEqualTo(1);
    CtlRun.withInput("x\n", "hash_password", "secret")
        .complained(1, "Error: hash_password accepts no arguments");
  }
}
