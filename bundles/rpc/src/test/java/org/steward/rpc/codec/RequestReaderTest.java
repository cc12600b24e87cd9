package org.steward.rpc.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
  private static final Limits LIMITS = new Limits(10_000, 20, 100, 30, 10_000, 1_000);
  private static final String CALL = "<methodCall><methodName>a.b</methodName>%s</methodCall>";

  private final RequestReader reader = new RequestReader(LIMITS);

  private Call read(String xml) throws Exception {
    return reader.read(xml.getBytes(UTF_8));
  }

  private static String withParam(String value) {
    return CALL.formatted("<params><param>" + value + "</param></params>");
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("<value><string>cat</string></value>", "cat"),
        Arguments.of("<value>cat</value>", "cat"),
        Arguments.of("<value> cat </value>", " cat "),
        Arguments.of("<value/>", ""),
        Arguments.of("<value><string/></value>", ""),
        Arguments.of("\n<value>\n<string>cat</string>\n</value>\n", "cat"),
        Arguments.of("<value><string><![CDATA[<cat>]]></string></value>", "<cat>"),
        Arguments.of("<value><!-- x --><string>c<!-- y -->at</string></value>", "cat"),
        Arguments.of("<value><string>&#99;at&amp;&#x1F600;</string></value>", "cat&\uD83D\uDE00"),
        Arguments.of("<value a='1'><string b='2'>cat</string></value>", "cat"),
        Arguments.of("<value><string>a\r\nb&#13;c</string></value>", "a\nb\rc"),
        Arguments.of("<value><int>5</int></value>", 5),
        Arguments.of("<value><i4> +5\n</i4></value>", 5),
        Arguments.of("<value><int>-2147483648</int></value>", Integer.MIN_VALUE),
        Arguments.of("<value><int>99999999999</int></value>", 99_999_999_999L),
        Arguments.of("<value><int>99999999999999999999</int></value>", Long.MAX_VALUE),
        Arguments.of("<value><boolean>1</boolean></value>", true),
        Arguments.of("<value><boolean>0</boolean></value>", false),
        Arguments.of("<value><boolean>true</boolean></value>", false),
        Arguments.of("<value><boolean/></value>", false),
        Arguments.of("<value><double>1.5</double></value>", 1.5),
        Arguments.of("<value><array><data/></array></value>", List.of()),
        Arguments.of(
            "<value><array><data><value>a</value><value><int>1</int></value></data></array></value>",
            List.of("a", 1)),
        Arguments.of(
            "<value><struct><member><name>a</name><value><int>1</int></value></member></struct></value>",
            Map.of("a", 1)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsWhatSupervisorReads(String value, Object expected) throws Exception {
    Call call = read(withParam(value));
    assertThat(call.methodName()).isEqualTo("a.b");
    assertThat(call.params()).isEqualTo(List.of(expected));
  }

  @Test
  void readsBase64AsBytes() throws Exception {
    assertThat(read(withParam("<value><base64>Y2\nF0</base64></value>")).params().getFirst())
        .isEqualTo("cat".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<methodCall><methodName>a.b</methodName></methodCall>",
        "<methodCall><methodName>a.b</methodName><params/></methodCall>",
        "<?xml version='1.0' encoding='ISO-8859-1'?>"
            + "<methodCall><methodName>a.b</methodName></methodCall>",
        "<?xml version=\"1.0\"?><?pi x?>\n<methodCall>\n<!-- c --><methodName><![CDATA[a.b]]>"
            + "</methodName>\n</methodCall>\n",
        "\uFEFF<methodCall><methodName>a.b</methodName></methodCall>"
      })
  void readsCallsWithoutParameters(String xml) throws Exception {
    assertThat(read(xml)).isEqualTo(new Call("a.b", List.of()));
  }

  @Test
  void takesTheBodyAsUtf8WhateverItDeclares() throws Exception {
    String xml = "<?xml version='1.0' encoding='iso-8859-1'?>" + withParam("<value>\u00E9</value>");
    assertThat(reader.read(xml.getBytes(UTF_8)).params()).isEqualTo(List.of("\u00E9"));
    assertThatThrownBy(() -> reader.read(xml.getBytes(ISO_8859_1)))
        .isInstanceOf(MalformedRequest.class);
    assertThatThrownBy(() -> reader.read(xml.getBytes(UTF_16)))
        .isInstanceOf(MalformedRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "\n<?xml version='1.0'?><methodCall><methodName>a.b</methodName></methodCall>",
        "<methodCall><methodName>a.b</methodName></methodCa",
        "<methodCall><methodName>a.b</methodName></methodCall>x",
        "<methodCall><methodName></methodName></methodCall>",
        "<methodCall/>",
        "<methodCall><params/></methodCall>",
        "<foo><methodName>a.b</methodName></foo>",
        "<methodCall xmlns='u'><methodName>a.b</methodName></methodCall>",
        "<methodCall><methodName><param><value>x</value></param></methodName></methodCall>",
        "<methodCall><methodName>a.b</methodName><params><value>x</value></params></methodCall>",
        "<methodCall><methodName>\u0001</methodName></methodCall>",
        "<methodCall><methodName>&#1;</methodName></methodCall>",
        "<methodCall><methodName>&e;</methodName></methodCall>"
      })
  void whatIsNoCallIsMalformed(String xml) {
    assertThatThrownBy(() -> read(xml)).isInstanceOf(MalformedRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<value><int>5.0</int></value>",
        "<value><int/></value>",
        "<value><int>1111111111111111111111111111111111111111111</int></value>",
        "<value><double>x</double></value>",
        "<value><int><int>1</int></int></value>",
        "<value><struct><member><name>a</name></struct></value>",
        "<value><array><value>a</value></array></value>",
        "<value>text<string>cat</string></value>",
        "<value><string>cat</string><string>dog</string></value>"
      })
  void whatIsNoParameterIsMalformed(String value) {
    assertThatThrownBy(() -> read(withParam(value))).isInstanceOf(MalformedRequest.class);
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("<!DOCTYPE methodCall>" + CALL.formatted(""), "document type"),
        Arguments.of(
            "<!DOCTYPE m [<!ENTITY e 'x'>]>" + withParam("<value>&e;</value>"), "document type"),
        Arguments.of(
            "<!DOCTYPE m [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                + withParam("<value>&e;</value>"),
            "document type"),
        Arguments.of(
            "<!DOCTYPE m SYSTEM 'http://127.0.0.1:1/x.dtd'>" + CALL.formatted(""), "document type"),
        Arguments.of(
            "<!DOCTYPE m [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>"
                + withParam("<value>&c;</value>"),
            "document type"),
        Arguments.of(withParam("<value><i8>5</i8></value>"), "<i8>"),
        Arguments.of(withParam("<value><nil/></value>"), "<nil>"),
        Arguments.of(
            withParam(
                "<value><ex:nil xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'/></value>"),
            "<ex:nil>"),
        Arguments.of(
            withParam(
                "<value><ex:serializable xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>"
                    + "rO0ABQ==</ex:serializable></value>"),
            "<ex:serializable>"),
        Arguments.of(withParam(arrays(10)), "deeper than 20"),
        Arguments.of(withParam("<value>" + "x".repeat(101) + "</value>"), "more than 100 char"),
        Arguments.of(
            CALL.formatted("<params>" + "<param><value/></param>".repeat(31) + "</params>"),
            "more than 30 values"),
        Arguments.of(withParam("<value>" + " ".repeat(10_000) + "</value>"), "accepted are 10000"));
  }

  private static String arrays(int depth) {
    return "<value><array><data>".repeat(depth) + "</data></array></value>".repeat(depth);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refusesWhatIsHostileWithItsReason(String xml, String reason) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(RefusedRequest.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aRefusedRequestLeavesNothingBehind() throws Exception {
    assertThatThrownBy(() -> read(withParam(arrays(10)))).isInstanceOf(RefusedRequest.class);
    assertThatThrownBy(() -> read("<methodCall><methodName>half")).isInstanceOf(Exception.class);
    assertThat(read(withParam("<value>ok</value>")).params()).isEqualTo(List.of("ok"));
  }

  @Test
  void theDefaultLimitsComeBeforeTheParsersOwn() {
    RequestReader roomy = new RequestReader(Limits.forHeap(64 << 20));
    for (int depth : new int[] {40, 500, 20_000}) {
      assertThatThrownBy(() -> roomy.read(withParam(arrays(depth)).getBytes(UTF_8)))
          .isInstanceOf(RefusedRequest.class)
          .hasMessageContaining("deeper than 96");
    }
  }

  @Test
  void theDefaultLimitsLetThroughAMulticallOverTenThousandProcesses() throws Exception {
    String member =
        "<value><struct><member><name>methodName</name><value>supervisor.startProcess</value>"
            + "</member><member><name>params</name><value><array><data><value>group:process_%05d"
            + "</value></data></array></value></member></struct></value>\n";
    StringBuilder xml = new StringBuilder("<value><array><data>");
    for (int i = 0; i < 10_000; i++) {
      xml.append(member.formatted(i));
    }
    byte[] body = withParam(xml + "</data></array></value>").getBytes(UTF_8);
    Call call = new RequestReader(Limits.forHeap(64 << 20)).read(body);
    assertThat((List<?>) call.params().getFirst()).hasSize(10_000);
  }
}
