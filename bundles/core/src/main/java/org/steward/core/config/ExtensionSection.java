package org.steward.core.config;

import java.util.Map;

/**
 * A section that belongs to a plugin: {@code [rpcinterface:x]}, {@code [ctlplugin:x]} or one no one
 * here knows.
 *
 * @param kind the part before the colon, or the whole name where there is none
 * @param name the part after the colon, empty where there is none
 * @param file where it was read
 * @param line the section's line
 * @param values its keys with expanded values
 * @param lines the line of each key
 */
public record ExtensionSection(
    String kind,
    String name,
    String file,
    int line,
    Map<String, String> values,
    Map<String, Integer> lines) {}
