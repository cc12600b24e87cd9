package org.steward.samples.superlance;

import org.steward.api.config.PluginSection;

/**
 * Tells by mail what was done, through a command that takes a message with its headers. Does
 * nothing where no address is configured.
 *
 * @param tool the plugin's name, with which each subject begins
 * @param name told in the subject as well, to tell several apart; empty for none
 * @param address whom to tell, empty for nobody
 * @param command what sends the mail
 */
public record Mail(String tool, String name, String address, String command, Shell shell) {

  /** As the keys {@code email}, {@code sendmail_program} and {@code name} of a section say. */
  public static Mail of(String tool, PluginSection section, Shell shell) {
    return new Mail(
        tool,
        section.text("name", section.suffix()),
        section.text("email", ""),
        section.text("sendmail_program", "/usr/sbin/sendmail -t -i"),
        shell);
  }

  /** Sends a message. Blocks until the command has ended. */
  public void send(String subject, String text) {
    if (!address.isEmpty()) {
      String sender = name.isEmpty() ? tool : tool + " [" + name + "]";
      shell.run(
          command,
          "To: " + address + "\nSubject: " + sender + ": " + subject + "\n\n" + text + "\n");
    }
  }
}
