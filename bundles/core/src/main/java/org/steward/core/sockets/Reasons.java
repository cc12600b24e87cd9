package org.steward.core.sockets;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Says why a socket could not be opened, in words that help whoever configured it. */
final class Reasons {
  private Reasons() {}

  static String of(IOException cause) {
    return switch (cause) {
      case UnknownHostException e -> "no such host";
      case NoSuchFileException e -> "its directory does not exist";
      case AccessDeniedException e -> "no permission to create it";
      case FileAlreadyExistsException e ->
          "what is there already " + known(e.getReason(), "is kept");
      case FileSystemException e -> known(e.getReason(), e.toString());
      default -> known(cause.getMessage(), cause.toString());
    };
  }

  private static String known(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
