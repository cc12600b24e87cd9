package org.steward.api.config;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A plugin's say in whether its section can be used, given by registering a service with the
 * property {@value #SECTION}.
 *
 * <p>It is asked on every {@code reread}, {@code update} and restart: what it refuses makes {@code
 * supervisorctl reread} answer CANT_REREAD with the exception's message, and the configuration
 * before stays in force as a whole. It is also asked when it is registered, as the daemon starts
 * before its plugins: a section refused then is not delivered, and the list of plugins says why.
 *
 * <p>So it must be there before the section is delivered: where a component is to wait for its
 * configuration ({@code configurationPolicy = REQUIRE}), let another one of the bundle check.
 *
 * <p>Called on the thread of whoever asked for the reread; should not wait for anything.
 */
@ConsumerType
@FunctionalInterface
public interface SectionCheck {
  /**
   * The service property that names the section or sections: {@code memmon} or {@code webhook:ops};
   * {@code webhook:*} for all of a kind.
   */
  String SECTION = "supervisor.section";

  /**
   * Checks one section.
   *
   * @throws SectionException if it cannot be used
   */
  void check(PluginSection section) throws SectionException;
}
