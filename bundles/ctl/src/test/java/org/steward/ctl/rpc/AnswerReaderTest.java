package org.steward.ctl.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

  private static Object read(String value) throws Exception {
    return AnswerReader.read(
        "<?xml version='1.0'?>\n<methodResponse>\n<params>\n<param>\n"
            + value
            + "\n</param>\n</params>\n</methodResponse>\n");
  }

  @Test
  void scalarsHaveTheirTypes() throws Exception {
    assertThat(read("<value><int> -5 </int></value>")).isEqualTo(-5);
    assertThat(read("<value><i4>5</i4></value>")).isEqualTo(5);
    assertThat(read("<value><i8>5000000000</i8></value>")).isEqualTo(5_000_000_000L);
    assertThat(read("<value><boolean>1</boolean></value>")).isEqualTo(true);
    assertThat(read("<value><double>1.5</double></value>")).isEqualTo(1.5);
    assertThat(read("<value><string>a</string></value>")).isEqualTo("a");
    assertThat(read("<value><base64>YWI=</base64></value>")).isEqualTo(new byte[] {'a', 'b'});
    assertThat(read("<value><nil/></value>")).isEqualTo(Nil.NIL);
  }

  @Test
  void textWithoutATypeIsAString() throws Exception {
    assertThat(read("<value> a b </value>")).isEqualTo(" a b ");
    assertThat(read("<value></value>")).isEqualTo("");
    assertThat(read("<value/>")).isEqualTo("");
    assertThat(read("<value><string/></value>")).isEqualTo("");
  }

  @Test
  void charactersAreResolved() throws Exception {
    assertThat(read("<value><string>&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;</string></value>"))
        .isEqualTo("<&>\"'A😀");
    assertThat(read("<value><string>a<![CDATA[<b> & ]]>c<!-- d -->e</string></value>"))
        .isEqualTo("a<b> & ce");
    assertThat(read("<value><string>a\r\nb\rc&#13;</string></value>")).isEqualTo("a\nb\nc\r");
  }

  @Test
  void controlCharactersOfLogsAreKept() throws Exception {
    assertThat(read("<value><string>\u001b[31mred\u0000</string></value>"))
        .isEqualTo("\u001b[31mred\u0000");
  }

  @Test
  void arraysAndStructsNest() throws Exception {
    Object value =
        read(
            """
            <value><array><data>
            <value><struct>
            <member><name>a</name><value><int>1</int></value></member>
            <member><name>b</name><value><array><data></data></array></value></member>
            </struct></value>
            <value><array><data/></array></value>
            </data></array></value>""");
    Struct struct = Struct.of(Struct.items(value).getFirst());
    assertThat(struct.integer("a")).isEqualTo(1);
    assertThat(struct.names()).containsExactly("a", "b");
    assertThat(Struct.items(value).get(1)).isEqualTo(List.of());
  }

  @Test
  void faultsAreThrown() {
    assertThatThrownBy(
            () ->
                AnswerReader.read(
                    "<methodResponse><fault><value><struct>"
                        + "<member><name>faultCode</name><value><int>10</int></value></member>"
                        + "<member><name>faultString</name><value><string>BAD_NAME</string></value></member>"
                        + "</struct></value></fault></methodResponse>"))
        .isInstanceOfSatisfying(RpcFault.class, fault -> assertThat(fault.code()).isEqualTo(10))
        .hasMessage("BAD_NAME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>not found</html>",
        "<methodResponse>",
        "<methodResponse><params><param><value><int>x</int></value></param></params></methodResponse>",
        "<methodResponse><params><param><value><int>1</value></param></params></methodResponse>",
        "<methodResponse><params><param><value><boolean>2</boolean></value></param></params></methodResponse>",
        "<methodResponse><params><param><value><string>&nope;</string></value></param></params></methodResponse>",
        "<methodResponse><params><param><value><string>a & b</string></value></param></params></methodResponse>",
        "<methodResponse><params><param><value><struct><member></struct></value></param></params></methodResponse>",
        "<methodResponse><params><param><value><base64>*</base64></value></param></params></methodResponse",
        "<methodResponse><fault><value><int>1</int></value></fault></methodResponse>"
      })
  void whatIsNoAnswerIsTold(String text) {
    assertThatThrownBy(() -> AnswerReader.read(text)).isInstanceOf(UnexpectedAnswerException.class);
  }

  @Test
  void aDocumentTypeIsRefused() {
    String bomb =
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><methodResponse></methodResponse>";
    assertThatThrownBy(() -> AnswerReader.read(bomb))
        .isInstanceOf(UnexpectedAnswerException.class)
        .hasMessageContaining("document type");
  }

  @Test
  void endlessNestingIsRefused() {
    String deep = "<methodResponse><params><param>" + "<value><array><data>".repeat(100_000);
    assertThatThrownBy(() -> AnswerReader.read(deep))
        .isInstanceOf(UnexpectedAnswerException.class)
        .hasMessageContaining("nested");
  }
}
