package org.steward.core.posix.testing;

import org.steward.core.posix.LinuxPosix;

class LinuxContractTest extends DescriptorContract {
  LinuxContractTest() {
    super(new LinuxPosix());
  }
}
