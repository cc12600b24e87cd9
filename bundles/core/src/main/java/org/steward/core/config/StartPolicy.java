package org.steward.core.config;

/**
 * When a process is started and how its start is judged.
 *
 * @param priority order among the processes of its group, lowest first
 * @param autostart whether it is started with the supervisor
 * @param startsecs seconds it must stay up to count as RUNNING
 * @param startretries failed starts in a row before FATAL
 */
public record StartPolicy(int priority, boolean autostart, int startsecs, int startretries) {}
