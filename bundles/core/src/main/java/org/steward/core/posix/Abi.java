package org.steward.core.posix;

/**
 * What differs between the processor architectures. The values of aarch64 are taken from the
 * kernel's and glibc's headers and have not been run.
 *
 * @param epollEventSize bytes of a struct epoll_event
 * @param epollDataOffset where its data lies; x86-64 packs the struct
 * @param noFollow O_NOFOLLOW
 * @param directory O_DIRECTORY
 */
record Abi(int epollEventSize, int epollDataOffset, int noFollow, int directory) {
  private static final Abi X86_64 = new Abi(12, 4, 0x20000, 0x10000);
  private static final Abi AARCH64 = new Abi(16, 8, 0x8000, 0x4000);

  /** The one of a machine as Java names it. */
  static Abi of(String system, String architecture) {
    if (!system.equals("Linux")) {
      throw new UnsupportedPlatform(system + " on " + architecture);
    }
    return switch (architecture) {
      case "amd64" -> X86_64;
      case "aarch64" -> AARCH64;
      default -> throw new UnsupportedPlatform(system + " on " + architecture);
    };
  }

  /** Translates the flags of {@link Descriptors} to this architecture's. */
  int openFlags(int flags) {
    boolean translate = (flags & Descriptors.O_NOFOLLOW) != 0;
    return translate ? flags & ~Descriptors.O_NOFOLLOW | noFollow : flags;
  }
}
