/**
 * Posts chosen events to web addresses, one for each {@code [webhook:x]} section.
 *
 * <p>{@link org.steward.samples.webhook.Webhook} ties the rest to the platform: {@link
 * org.steward.samples.webhook.Settings} is the section, {@link org.steward.samples.webhook.Payload}
 * the JSON, {@link org.steward.samples.webhook.Delivery} the queue and the retries, {@link
 * org.steward.samples.webhook.HttpPost} the request.
 */
@org.jspecify.annotations.NullMarked
package org.steward.samples.webhook;
