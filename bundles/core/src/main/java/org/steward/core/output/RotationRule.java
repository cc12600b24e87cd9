package org.steward.core.output;

import org.steward.core.config.StreamConfig;

/**
 * When a log is rotated, and how many older ones are kept.
 *
 * @param maxBytes size that, once reached, has the file rotated; 0 for never
 * @param backups how many rotated files are kept; with 0 the file is just emptied
 */
public record RotationRule(long maxBytes, int backups) {
  static RotationRule of(StreamConfig config) {
    return new RotationRule(config.maxBytes(), config.backups());
  }

  boolean isDue(long size) {
    return maxBytes > 0 && size >= maxBytes;
  }
}
