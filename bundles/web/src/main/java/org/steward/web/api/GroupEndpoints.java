package org.steward.web.api;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
  private final InstantSource clock;
  private final Orders orders;

  GroupEndpoints(Supervisor supervisor, InstantSource clock) {
    this.supervisor = supervisor;
    this.clock = clock;
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
    return all;
  }

  private List<GroupView> list() {
    long now = clock.instant().getEpochSecond();
    return supervisor.snapshot().groups().stream().map(group -> GroupView.of(group, now)).toList();
  }

  private GroupView view(String name) {
    return supervisor
        .snapshot()
        .group(name)
        .map(group -> GroupView.of(group, clock.instant().getEpochSecond()))
        .orElseThrow(() -> new SupervisorFault(Fault.BAD_NAME, name));
  }

  private Deed group(Orders.Verb verb, Call call) {
    String group = call.name("group");
    Orders.Manner manner = Orders.Manner.of(call.body(OrderBody.class), verb);
    return new Deed(
        ProcessEndpoints.words(verb, group + ":*", call), orders.group(verb, group, manner));
  }
}
