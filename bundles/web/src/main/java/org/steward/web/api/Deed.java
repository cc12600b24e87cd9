package org.steward.web.api;

import java.util.concurrent.CompletionStage;

/**
 * A change that was asked for and is under way.
 *
 * @param words what is done, for the audit trail: {@code stop web:web}
 * @param outcome what to answer when it is done
 */
record Deed(String words, CompletionStage<?> outcome) {}
