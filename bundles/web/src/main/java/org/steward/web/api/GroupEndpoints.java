package org.steward.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.web.api.Endpoint.Gives;

/** Groups, as units. */
final class GroupEndpoints {
  private static final String TAG = "Groups";
  private static final String ONE = "/groups/{group}";

  private final Supervisor supervisor;
  private final Supplier<Now> now;
  private final Orders orders;

  GroupEndpoints(Supervisor supervisor, Supplier<Now> now) {
    this.supervisor = supervisor;
    this.now = now;
    this.orders = new Orders(supervisor);
  }

  List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>();
    all.add(
        Endpoint.get(TAG, "/groups", "Tells of all groups, in start order.")
            .reads(Gives.many(GroupView.class), call -> list()));
    all.add(
        Endpoint.get(TAG, ONE, "Tells of one group.")
            .reads(Gives.one(GroupView.class), call -> view(call.name("group"))));
    for (Orders.Verb verb : Orders.Verb.values()) {
      String summary = ProcessEndpoints.summary(verb, "each process of the group");
      all.add(
          Endpoint.post(TAG, ONE + "/" + verb.label(), Role.OPERATE, summary)
              .takes(OrderBody.class)
              .does(Gives.many(OutcomeView.class), call -> group(verb, call)));
    }
    all.add(
        Endpoint.post(TAG, ONE + "/add", Role.ADMIN, "Puts a group of the configuration to work.")
            .does(
                Gives.one(AcceptedView.class),
                call -> change("add", call.name("group"), supervisor::addGroup)));
    all.add(
        Endpoint.post(TAG, ONE + "/remove", Role.ADMIN, "Forgets a group that is stopped.")
            .does(
                Gives.one(AcceptedView.class),
                call -> change("remove", call.name("group"), supervisor::removeGroup)));
    return all;
  }

  private static Deed change(
      String verb, String group, Function<String, CompletionStage<Void>> order) {
    return new Deed(
        verb + " group " + group,
        order.apply(group).thenApply(done -> new AcceptedView(verb + " " + group)));
  }

  private List<GroupView> list() {
    Now moment = now.get();
    return supervisor.snapshot().groups().stream()
        .map(group -> GroupView.of(group, moment))
        .toList();
  }

  private GroupView view(String name) {
    return supervisor
        .snapshot()
        .group(name)
        .map(group -> GroupView.of(group, now.get()))
        .orElseThrow(() -> new SupervisorFault(Fault.BAD_NAME, name));
  }

  private Deed group(Orders.Verb verb, Call call) {
    String group = call.name("group");
    Orders.Manner manner = Orders.Manner.of(call.body(OrderBody.class), verb);
    return new Deed(
        ProcessEndpoints.words(verb, group + ":*", call), orders.group(verb, group, manner));
  }
}
