package org.steward.core.posix.testing;

class FakeContractTest extends DescriptorContract {
  FakeContractTest() {
    super(new FakePosix(new ManualClock()));
  }
}
