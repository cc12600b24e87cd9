package org.steward.core.posix;

/**
 * What a descriptor refers to.
 *
 * @param regular whether it is a regular file, and so can be rotated and truncated
 * @param size its size in bytes
 * @param device the device it lies on
 * @param inode its inode; with the device it identifies the file
 */
public record FileStatus(boolean regular, long size, long device, long inode) {}
