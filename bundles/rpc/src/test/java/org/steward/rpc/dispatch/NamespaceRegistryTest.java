package org.steward.rpc.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.api.rpc.RejectedNamespaces.Rejection;
import org.steward.api.rpc.RpcAnswer;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.api.rpc.RpcOptional;
import org.steward.rpc.RpcBench;
import org.steward.rpc.Wire.FaultAnswer;

class NamespaceRegistryTest {
  private static final FaultAnswer UNKNOWN = new FaultAnswer(1, "UNKNOWN_METHOD");

  private final RpcBench bench = new RpcBench();
  private final NamespaceRegistry registry = bench.stack.registry();

  /** A namespace as a plugin would write it; not public, as a component need not be. */
  static final class Greeter implements RpcNamespace {
    private final String greeting;
    final CompletableFuture<String> later = new CompletableFuture<>();

    Greeter(String greeting) {
      this.greeting = greeting;
    }

    @RpcMethod(help = "Greets.\n\n@param string name  Whom\n@return string greeting  The words\n")
    public String greet(
        @RpcOptional("world") String name,
        @RpcOptional("1") int times,
        @RpcOptional("false") boolean loud) {
      String words = (greeting + " " + name + "! ").repeat(times).strip();
      return loud ? words.toUpperCase(java.util.Locale.ROOT) : words;
    }

    @RpcMethod(name = "wait_for", help = "Waits.")
    public CompletionStage<String> waitFor() {
      return later;
    }

    public String unpublished() {
      return "secret";
    }
  }

  private List<String> methods() {
    return ((List<?>) bench.call("system.listMethods")).stream().map(String::valueOf).toList();
  }

  @Test
  void methodsAreThereAtOnceAndGoWithTheirNamespace() {
    Greeter greeter = new Greeter("Hello");
    registry.add("greeter", greeter);
    assertThat(bench.call("greeter.greet")).isEqualTo("Hello world!");
    assertThat(bench.call("greeter.greet", "you", 2, 1)).isEqualTo("HELLO YOU! HELLO YOU!");
    assertThat(methods()).contains("greeter.greet", "greeter.wait_for").isSorted();
    assertThat(bench.call("system.methodSignature", "greeter.greet"))
        .isEqualTo(List.of("string", "string", "int", "boolean"));
    assertThat(bench.call("system.methodSignature", "greeter.wait_for"))
        .isEqualTo(List.of("string"));
    assertThat((String) bench.call("system.methodHelp", "greeter.greet")).startsWith("Greets.");
    registry.remove(greeter);
    assertThat(bench.call("greeter.greet")).isEqualTo(UNKNOWN);
    assertThat(methods()).doesNotContain("greeter.greet");
  }

  @Test
  void onlyAnnotatedMethodsAreThere() {
    registry.add("greeter", new Greeter("Hello"));
    assertThat(bench.call("greeter.unpublished")).isEqualTo(UNKNOWN);
    assertThat(bench.call("greeter.waitFor")).isEqualTo(UNKNOWN);
    assertThat(bench.call("greeter.toString")).isEqualTo(UNKNOWN);
  }

  @Test
  void aCallInFlightOutlivesItsNamespace() {
    Greeter greeter = new Greeter("Hello");
    registry.add("greeter", greeter);
    CompletionStage<RpcAnswer> answer = bench.begin("greeter.wait_for");
    registry.remove(greeter);
    greeter.later.complete("finished");
    assertThat(RpcBench.value(answer)).isEqualTo("finished");
  }

  @Test
  void theFirstOfANameIsServedAndTheNextTakesOverWhenItGoes() {
    Greeter first = new Greeter("Hello");
    Greeter second = new Greeter("Ahoy");
    registry.add("greeter", first);
    registry.add("greeter", second, 7);
    assertThat(bench.call("greeter.greet")).isEqualTo("Hello world!");
    assertThat(registry.rejections())
        .containsExactly(
            new Rejection(
                "greeter",
                Greeter.class.getName(),
                "there is a namespace of this name already",
                7));
    registry.remove(first);
    assertThat(bench.call("greeter.greet")).isEqualTo("Ahoy world!");
    assertThat(registry.rejections()).isEmpty();
  }

  @Test
  void ourOwnNamesCannotBeTaken() {
    registry.add("supervisor", new Greeter("x"));
    registry.add("system", new Greeter("x"));
    assertThat(registry.rejections())
        .extracting(Rejection::namespace)
        .containsExactly("supervisor", "system");
    assertThat(bench.call("supervisor.getAPIVersion")).isEqualTo("3.0");
    assertThat(bench.log).hasSize(2).allMatch(line -> line.contains("is not served"));
  }

  interface Flawed extends RpcNamespace {}

  static Stream<Arguments> flawed() {
    return Stream.of(
        Arguments.of(new Flawed() {}, "no public method"),
        Arguments.of(
            new Flawed() {
              @RpcMethod(help = "")
              public void nothing() {}
            },
            "nothing returns a void"),
        Arguments.of(
            new Flawed() {
              @RpcMethod(help = "")
              public Set<String> set() {
                return Set.of();
              }
            },
            "set returns a java.util.Set"),
        Arguments.of(
            new Flawed() {
              @RpcMethod(help = "")
              public String takes(StringBuilder x) {
                return "";
              }
            },
            "takes takes a java.lang.StringBuilder"),
        Arguments.of(
            new Flawed() {
              @RpcMethod(help = "")
              String hidden() {
                return "";
              }
            },
            "hidden carries @RpcMethod and is not a public instance method"),
        Arguments.of(
            new Flawed() {
              @RpcMethod(help = "")
              public String order(@RpcOptional("1") int a, int b) {
                return "";
              }
            },
            "order has an optional parameter before others"),
        Arguments.of(
            new Flawed() {
              @RpcMethod(help = "")
              public String fallback(@RpcOptional("one") int a) {
                return "";
              }
            },
            "fallback has the default 'one', no int"),
        Arguments.of(
            new Flawed() {
              @RpcMethod(name = "_private", help = "")
              public String a() {
                return "";
              }
            },
            "'_private' is no name for a method"),
        Arguments.of(
            new Flawed() {
              @RpcMethod(name = "twice", help = "")
              public String a() {
                return "";
              }

              @RpcMethod(name = "twice", help = "")
              public String b() {
                return "";
              }
            },
            "there are two x.twice"));
  }

  @ParameterizedTest
  @MethodSource("flawed")
  void aFlawedNamespaceIsRejectedWithItsReason(RpcNamespace flawed, String reason) {
    registry.add("x", flawed);
    assertThat(registry.rejections())
        .singleElement()
        .extracting(Rejection::reason)
        .asString()
        .contains(reason);
    registry.remove(flawed);
    assertThat(registry.rejections()).isEmpty();
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"", "a.b", "_x", "a b", "9"})
  void namesThatCannotBeCalledAreRejected(String name) {
    registry.add(name, new Greeter("x"));
    assertThat(registry.rejections())
        .singleElement()
        .extracting(Rejection::reason)
        .isEqualTo("'" + name + "' is no name for a namespace");
  }
}
