package org.steward.plugins.health;

import org.steward.api.plugin.PluginState;

/**
 * Something about a plugin that is not as it should be.
 *
 * @param state what it makes of the plugin, if nothing worse does
 * @param reason in words for people
 */
record Symptom(PluginState state, String reason) {}
