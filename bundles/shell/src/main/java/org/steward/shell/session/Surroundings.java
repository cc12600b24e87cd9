package org.steward.shell.session;

import java.nio.file.Path;
import org.apache.felix.service.command.CommandProcessor;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Supervisor;
import org.steward.core.spi.security.AuditTrail;

/**
 * What all sessions share.
 *
 * @param processor Gogo, which knows all commands
 * @param supervisor asked for names that can be completed
 * @param history the folder of the histories, null to keep none
 * @param audit told what is done in sessions
 */
public record Surroundings(
    CommandProcessor processor, Supervisor supervisor, @Nullable Path history, AuditTrail audit) {}
