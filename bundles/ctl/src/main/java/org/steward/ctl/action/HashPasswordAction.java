package org.steward.ctl.action;

import java.io.EOFException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.console.Input;
import org.steward.ctl.console.InputInterruptedException;
import org.steward.ctl.console.Terminals;

/** {@code hash_password}: what a configuration file has in place of a password. Asks no server. */
final class HashPasswordAction implements Action {

  /** What OWASP recommends for this algorithm. */
  private static final int ROUNDS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  @Override
  public String help() {
    return "hash_password\t\tAsk for a password and print its hash, for password= and users= in"
        + " the\n\t\t\tconfiguration file; without a terminal, reads it as a line";
  }

  @Override
  public void run(Session session, String argument) throws EOFException, InputInterruptedException {
    if (!Complaint.absent(session, argument, "hash_password", this)) {
      return;
    }
    Input input = session.console().input();
    boolean person = Terminals.isTerminal(Terminals.STDIN);
    String password = given(input.secret(person ? "Password: " : ""));
    if (password.isEmpty()) {
      refuse(session, "ERROR: the password is empty");
    } else if (person && !password.equals(input.secret("Again: "))) {
      refuse(session, "ERROR: the passwords differ");
    } else {
      session.print(hash(password));
    }
  }

  private static void refuse(Session session, String why) {
    session.print(why);
    session.setExitStatus(ExitStatus.GENERIC);
  }

  private static String given(@Nullable String password) throws EOFException {
    if (password == null) {
      throw new EOFException("the input ended where a password was expected");
    }
    return password;
  }

  private static String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, HASH_BITS))
              .getEncoded();
      return "$pbkdf2-sha256$" + ROUNDS + "$" + encoded(salt) + "$" + encoded(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has PBKDF2 with SHA-256", e);
    }
  }

  /** Base64 without padding and with a dot for the plus, as this form of hash has it. */
  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes).replace('+', '.');
  }
}
