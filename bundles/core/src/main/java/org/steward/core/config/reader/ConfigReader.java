package org.steward.core.config.reader;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.steward.core.config.CommandLine;
import org.steward.core.config.ConfigException;
import org.steward.core.config.ConfigSource;
import org.steward.core.config.Configuration;
import org.steward.core.config.ExtensionSection;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.Host;
import org.steward.core.config.Problem;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.config.ini.IniDocument;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.ini.Origin;
import org.steward.core.config.schema.Expansions;
import org.steward.core.config.schema.SectionKind;
import org.steward.core.spi.http.HttpServerSettings;

/**
 * Reads the configuration that a command line asks for. Each reading starts from nothing but the
 * command line and the host as it is then; so a reload sees new files, users and directories.
 */
public final class ConfigReader implements ConfigSource {
  private static final String COMMAND_LINE = "command line";
  private static final int ROOT = 0;

  private final CommandLine.Options options;
  private final Supplier<Host> hosts;

  /** For tests, with a host of their own. */
  ConfigReader(CommandLine.Options options, Supplier<Host> hosts) {
    this.options = options;
    this.hosts = hosts;
  }

  /**
   * On this machine.
   *
   * @param environment the variables the supervisor was started with
   */
  public static ConfigReader of(CommandLine.Options options, Map<String, String> environment) {
    Map<String, String> variables = Map.copyOf(environment);
    return new ConfigReader(options, () -> Host.current(variables));
  }

  @Override
  public Configuration read() throws ConfigException {
    Host host = hosts.get();
    Findings findings = new Findings();
    findings.file(COMMAND_LINE);
    warnOfSearch(host, findings);
    Context context = new Context(host, findings, expansions(host));
    IniDocument document =
        new ConfigFiles(options.configFile(), context.expansions(), findings).read();
    Configuration configuration = configuration(context, document);
    if (findings.problemCount() > 0) {
      throw new ConfigException(findings.problems());
    }
    return configuration;
  }

  @Override
  public List<ProcessConfig> program(
      SupervisordConfig daemon, String group, String program, Map<String, String> options)
      throws ConfigException {
    Host host = hosts.get();
    Findings findings = new Findings();
    Context context =
        new Context(host, findings, expansions(host)).withEnvironment(daemon.environment());
    Origin origin = new Origin("options", 0);
    IniSection section =
        IniSection.of(SectionKind.PROGRAM.title() + ":" + program, origin, options);
    List<ProcessConfig> processes = programs(context, daemon).read(section, group);
    if (findings.problemCount() > 0) {
      throw new ConfigException(findings.problems());
    }
    return processes;
  }

  private static ProgramReader programs(Context context, SupervisordConfig daemon) {
    Path logBase = SupervisordReader.logBase(daemon, context.host().directory());
    return new ProgramReader(
        context, new StreamReader(context.findings(), logBase), daemon.environment());
  }

  private Expansions expansions(Host host) {
    Path directory = options.configFile().getParent();
    return Expansions.ofEnvironment(host.environment())
        .with("here", directory == null ? "/" : directory.toString())
        .with("host_node_name", host.nodeName());
  }

  private void warnOfSearch(Host host, Findings findings) {
    if (options.searched() && host.uid() == ROOT) {
      findings.warn(
          "root runs with a configuration file that was looked for, also in the current directory:"
              + " name it with -c so that nobody can slip in another one");
    }
  }

  private Configuration configuration(Context context, IniDocument document) {
    Findings findings = context.findings();
    SupervisordConfig supervisord =
        new SupervisordReader(context, options.settings())
            .read(supervisordSection(document, findings));
    Context later = context.withEnvironment(supervisord.environment());
    ProgramReader programs = programs(later, supervisord);
    List<ExtensionSection> extensions = new ExtensionsReader(later).read(document);
    List<GroupConfig> groups = new GroupsReader(later, programs, document).read();
    List<HttpServerSettings> servers = new ServersReader(later).read(document);
    new UnknownKeys(findings, document).warn();
    return new Configuration(
        options.configFile(),
        supervisord,
        servers,
        groups,
        findings.sections(),
        extensions,
        findings.notices());
  }

  /** Without the section, everything else is still read with its defaults. */
  private IniSection supervisordSection(IniDocument document, Findings findings) {
    Optional<IniSection> section = document.section("supervisord");
    if (section.isEmpty()) {
      String file = options.configFile().toString();
      findings.problem(new Problem(file, 0, null, null, null, "expected a [supervisord] section"));
    }
    return section.orElseGet(document::defaults);
  }
}
