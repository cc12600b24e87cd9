/**
 * How a bundle gets its settings from {@code supervisord.conf}.
 *
 * <p>Each section that is not Supervisor's own, as well as {@code [rpcinterface:x]} and {@code
 * [ctlplugin:x]}, is delivered through OSGi Configuration Admin. Its PID is {@code steward.} and
 * the section's name, with dots for colons and underscores for what a PID cannot have: {@code
 * [webhook:ops]} is {@code steward.webhook.ops}. It is there from the daemon's start, or from the
 * {@code reread} that first finds the section, follows each later {@code reread} and {@code
 * update}, and goes when the section does.
 *
 * <p>A section with a colon is there a second time, as one of its kind: {@code [webhook:ops]} is
 * also an instance of the factory PID {@code steward.webhook}. So a component with {@code
 * configurationPid = "steward.webhook"} and {@code configurationPolicy = REQUIRE} exists once for
 * each {@code [webhook:x]}.
 *
 * <p>The properties are the section's keys as in the file, lower case, with expanded values, all
 * strings. A key with underscores is there a second time with dots in their place, which is where
 * component property types look for it: {@code int retry_wait() default 3;} reads the key {@code
 * retry_wait}. {@link org.steward.api.config.PluginSection#of} turns the properties back into a
 * section with typed access, whose errors name file, line, section and key.
 *
 * <p>A plugin that registers a {@link org.steward.api.config.SectionCheck} is asked before a
 * changed configuration is accepted, so that {@code supervisorctl reread} refuses a mistake.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package org.steward.api.config;
