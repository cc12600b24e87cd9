package org.steward.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EtcAccountsTest {
  @TempDir Path etc;

  @Test
  void readsUsersAndGroups() throws IOException {
    EtcAccounts accounts =
        accounts(
            "root:x:0:0:root:/root:/bin/sh\nweb:x:1000:1001:A,B:/home/web:\n", "wheel:x:10:\n");

    Account web = new Account("web", 1000, 1001, "/home/web");
    assertThat(accounts.byName("web")).contains(web);
    assertThat(accounts.byUid(1000)).contains(web);
    assertThat(accounts.byName("nosuch")).isEmpty();
    assertThat(accounts.byUid(1)).isEmpty();
    assertThat(accounts.groupByName("wheel")).hasValue(10);
    assertThat(accounts.groupByName("web")).isEmpty();
    assertThat(accounts.hasGroup(10)).isTrue();
    assertThat(accounts.hasGroup(0)).isFalse();
  }

  @Test
  void theFirstOfTwoLinesCounts() throws IOException {
    EtcAccounts accounts =
        accounts("a:x:1:1::/a:\ntoor:x:1:2::/b:\na:x:3:3::/c:\n", "g:x:1:\ng:x:2:\n");

    assertThat(accounts.byUid(1).orElseThrow().name()).isEqualTo("a");
    assertThat(accounts.byName("a").orElseThrow().uid()).isEqualTo(1);
    assertThat(accounts.groupByName("g")).hasValue(1);
  }

  @Test
  void oddLinesAreSkipped() throws IOException {
    EtcAccounts accounts =
        accounts(
            "\n# c\n+::::::\nshort:x:1\nbad:x:one:1::/:\nbig:x:4294967294:1::/:\nok:x:5:5::/:",
            "+\nx:x:y:\nok:x:5");

    assertThat(accounts.byName("ok")).isPresent();
    assertThat(accounts.byName("bad")).isEmpty();
    assertThat(accounts.byName("big")).isEmpty();
    assertThat(accounts.groupByName("ok")).hasValue(5);
  }

  @Test
  void filesThatAreNotThereHaveNoAccounts() {
    EtcAccounts accounts = EtcAccounts.read(etc.resolve("passwd"), etc.resolve("group"));
    assertThat(accounts.byUid(0)).isEmpty();
  }

  @Test
  void thisMachineHasRoot() {
    assertThat(EtcAccounts.ofThisMachine().byUid(0).orElseThrow().name()).isEqualTo("root");
  }

  private EtcAccounts accounts(String passwd, String group) throws IOException {
    return EtcAccounts.read(
        Files.writeString(etc.resolve("passwd"), passwd),
        Files.writeString(etc.resolve("group"), group));
  }
}
