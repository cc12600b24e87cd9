package org.steward.shell.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.gogo.jline.Builtin;
import org.apache.felix.gogo.jline.Converters;
import org.apache.felix.gogo.jline.Procedural;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Converter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * What is there from the first session on: Gogo's own commands for pipes and scripts, as far as
 * they make sense here, and the commands of plugins.
 */
public final class Toolbox implements AutoCloseable {
  private static final String SCOPE = "gogo";
  private static final String[] BUILTIN = {
    "format", "getopt", "history", "jobs", "fg", "bg", "new", "set", "tac", "type"
  };
  private static final String[] PROCEDURAL = {
    "each", "if", "not", "throw", "try", "until", "while", "break", "continue"
  };
  private static final String[] POSIX = {
    "cat", "cd", "clear", "date", "echo", "grep", "head", "less", "ls", "pwd", "sleep", "sort",
    "tail", "watch", "wc"
  };

  private final BundleContext context;
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
  private final PluginCommands plugins;

  /** Lays everything out. */
  public Toolbox(BundleContext context, CommandProcessor processor) {
    this.context = context;
    add(new Builtin(), BUILTIN);
    add(new Procedural(), PROCEDURAL);
    add(new PosixTools(processor), POSIX);
    BundleContext framework =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
    registrations.add(context.registerService(Converter.class, new Converters(framework), null));
    plugins = new PluginCommands(context);
    plugins.open();
  }

  private void add(Object target, String... functions) {
    registrations.add(
        context.registerService(
            Object.class,
            target,
            FrameworkUtil.asDictionary(
                Map.of(
                    CommandProcessor.COMMAND_SCOPE,
                    SCOPE,
                    CommandProcessor.COMMAND_FUNCTION,
                    functions))));
  }

  @Override
  public void close() {
    plugins.close();
    registrations.forEach(ServiceRegistration::unregister);
  }
}
