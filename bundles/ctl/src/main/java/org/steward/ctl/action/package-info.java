/**
 * What supervisorctl can be told to do. An {@link org.steward.ctl.action.Action} is found by name
 * in the {@link org.steward.ctl.action.ActionTable} and made to run by the {@link
 * org.steward.ctl.action.CommandRunner}.
 *
 * <p>Output lines and exit statuses are an interface: Ansible, Salt and shell scripts parse them.
 * They follow Supervisor 4.2.5 to the letter, oddities included, and {@code
 * SupervisorctlAgainstSupervisorTest} compares them.
 */
@org.jspecify.annotations.NullMarked
package org.steward.ctl.action;
