package org.steward.ctl.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that what is typed is kept in. */
final class HistoryFile {

  private static final String OWNER_ONLY = "rw-------";

  private HistoryFile() {}

  /**
   * Makes the file where there is none, for nobody else's eyes: a password may have been typed by
   * mistake.
   *
   * @return whether the history can be kept in it
   */
  static boolean prepare(Path file) {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      return true;
    } catch (FileAlreadyExistsException e) {
      return Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file);
    } catch (IOException e) {
      return false;
    }
  }
}
