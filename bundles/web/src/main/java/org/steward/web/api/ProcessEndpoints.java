package org.steward.web.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.process.ProcessId;
import org.steward.web.api.Endpoint.Gives;
import org.steward.web.http.Names;

/** Processes: what they do, and having them do something else. */
final class ProcessEndpoints {
  private static final String TAG = "Processes";
  private static final String ONE = "/processes/{group}/{name}";

  private final Supervisor supervisor;
  private final Supplier<Now> now;
  private final Orders orders;

  ProcessEndpoints(Supervisor supervisor, Supplier<Now> now) {
    this.supervisor = supervisor;
    this.now = now;
    this.orders = new Orders(supervisor);
  }

  List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    all.add(
        Endpoint.get(TAG, "/processes", "Tells of all processes, in start order.")
            .query("state", "only those in this state, RUNNING for one; several with commas")
            .query("group", "only those of this group")
            .reads(Gives.many(ProcessView.class), this::list));
    all.add(
        Endpoint.get(TAG, ONE, "Tells of one process.")
            .reads(Gives.one(ProcessView.class), call -> view(call.process())));
    for (Orders.Verb verb : Orders.Verb.values()) {
      all.add(
          Endpoint.post(TAG, ONE + "/" + verb.label(), Role.OPERATE, summary(verb, "the process"))
              .takes(OrderBody.class)
              .does(Gives.one(ProcessView.class), call -> one(verb, call)));
    }
    all.add(
        Endpoint.post(TAG, ONE + "/stdin", Role.OPERATE, "Writes text to its standard input.")
            .takes(StdinBody.class)
            .does(Gives.one(ProcessView.class), this::stdin));
    for (Orders.Verb verb : Orders.Verb.values()) {
      all.add(
          Endpoint.post(
                  TAG, "/selection/" + verb.label(), Role.OPERATE, summary(verb, "each of several"))
              .takes(SelectionBody.class)
              .does(Gives.many(OutcomeView.class), call -> selection(verb, call)));
    }
    return all;
  }

  /** What a verb does, as a sentence. */
  static String summary(Orders.Verb verb, String object) {
    return switch (verb) {
      case START -> "Starts " + object + ".";
      case STOP -> "Stops " + object + ".";
      case RESTART -> "Stops " + object + " if need be, and starts it again.";
      case SIGNAL -> "Sends " + object + " a signal.";
      case CLEAR_LOGS -> "Empties the logs of " + object + ".";
    };
  }

  private List<ProcessView> list(Call call) {
    String states = call.query("state");
    String group = call.query("group");
    List<String> wanted = states == null ? List.of() : Arrays.asList(states.split(","));
    Now moment = now.get();
    return supervisor.snapshot().processes().stream()
        .filter(process -> wanted.isEmpty() || wanted.contains(process.state().name()))
        .filter(process -> group == null || process.id().group().equals(group))
        .map(process -> ProcessView.of(process, moment))
        .toList();
  }

  private ProcessView view(ProcessId id) {
    return supervisor
        .snapshot()
        .process(id)
        .map(process -> ProcessView.of(process, now.get()))
        .orElseThrow(() -> new SupervisorFault(Fault.BAD_NAME, id.displayName()));
  }

  private Deed one(Orders.Verb verb, Call call) {
    ProcessId id = call.process();
    Orders.Manner manner = Orders.Manner.of(call.body(OrderBody.class), verb);
    return new Deed(words(verb, id.displayName(), call), showing(id, orders.one(verb, id, manner)));
  }

  private Deed stdin(Call call) {
    ProcessId id = call.process();
    String text = call.body(StdinBody.class).text();
    if (text == null) {
      throw ApiProblem.badRequest("The body must have a text.");
    }
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Deed("write to " + id.displayName(), showing(id, supervisor.sendStdin(id, bytes)));
  }

  private CompletionStage<ProcessView> showing(ProcessId id, CompletionStage<?> done) {
    return done.thenApply(ignored -> view(id));
  }

  private Deed selection(Orders.Verb verb, Call call) {
    SelectionBody body = call.body(SelectionBody.class);
    Orders.Manner manner = Orders.Manner.of(body.order(), verb);
    if (Boolean.TRUE.equals(body.all())) {
      return new Deed(verb.label() + " all", orders.all(verb, manner));
    }
    List<ProcessId> ids = ids(body.processes());
    String names = String.join(" ", ids.stream().map(ProcessId::displayName).toList());
    return new Deed(verb.label() + " " + names, orders.several(verb, ids, manner));
  }

  private static List<ProcessId> ids(@Nullable List<@Nullable String> names) {
    if (names == null || names.isEmpty()) {
      throw ApiProblem.badRequest("The body must name processes, or say that all are meant.");
    }
    List<ProcessId> ids = new ArrayList<>();
    for (String name : names) {
      ProcessId id = name == null ? null : Names.parse(name);
      if (id == null) {
        throw ApiProblem.badRequest(name + ": expected group:name");
      }
      ids.add(id);
    }
    return ids;
  }

  /** The words of an order for the audit trail. */
  static String words(Orders.Verb verb, String object, Call call) {
    String signal = verb == Orders.Verb.SIGNAL ? " " + call.body(OrderBody.class).signal() : "";
    return verb.label() + signal + " " + object;
  }
}
