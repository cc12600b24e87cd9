package org.steward.core.config.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.steward.core.config.CommandLine;
import org.steward.core.config.ConfigException;
import org.steward.core.config.EtcAccounts;
import org.steward.core.config.Host;
import org.steward.fuzz.Scratch;

/** The configuration file: read, or refused with all its problems. */
public final class ConfigFuzz {
  /**
   * What an administrator may well ask for, and no fuzzer should: other files, countless copies.
   */
  private static final Pattern TOO_MUCH =
      Pattern.compile("(?is).*(\\[\\s*include|numprocs\\s*[=:]\\s*\\d{4,}).*");

  private static final EtcAccounts ACCOUNTS = EtcAccounts.ofThisMachine();

  private ConfigFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (TOO_MUCH
        .matcher(new String(input, java.nio.charset.StandardCharsets.ISO_8859_1))
        .matches()) {
      return;
    }
    Path file = Files.write(Scratch.file("supervisord.conf"), input);
    CommandLine.Options options = new CommandLine.Options(file, false, false, Map.of());
    Host host = new Host(Map.of("HOME", "/root"), file.getParent(), "node", 500, ACCOUNTS);
    try {
      new ConfigReader(options, () -> host).read();
    } catch (ConfigException problems) {
      if (problems.problems().isEmpty()) {
        throw new IllegalStateException("refused without a reason", problems);
      }
    }
  }
}
