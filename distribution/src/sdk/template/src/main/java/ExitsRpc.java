package __package__;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.api.rpc.RpcOptional;

/** The XML-RPC methods {@code __name__.*}. Called on threads of the web server, several at a time. */
@Component(
    configurationPid = "steward.rpcinterface.__name__",
    property = RpcNamespace.NAME + "=__name__")
public final class ExitsRpc implements RpcNamespace {
  private final Exits exits;
  private final Section section;

  /** What {@code [rpcinterface:__name__]} may say. Each method is a key, with its default. */
  @interface Section {
    String greeting() default "Hello";
  }

  @Activate
  public ExitsRpc(@Reference Exits exits, Section section) {
    this.exits = exits;
    this.section = section;
  }

  @RpcMethod(
      help =
          """
          Greet somebody.

          @param string who      Whom to greet; the world if left out
          @return string result  The greeting
          """,
      role = Role.READ)
  public String hello(@RpcOptional("world") String who) {
    return section.greeting() + ", " + who;
  }

  @RpcMethod(
      help =
          """
          Tell how often each program has exited.

          @return struct result  The counts, by the names of the programs
          """,
      role = Role.READ)
  public Map<String, Integer> getCounts() {
    return exits.counts();
  }

  @RpcMethod(
      help =
          """
          Tell how often one program has exited; fault BAD_NAME if it never did.

          @param string name  The program
          @return int result  The count
          """,
      role = Role.READ)
  public int getCount(String name) {
    Integer count = exits.counts().get(name);
    if (count == null) {
      throw new SupervisorFault(Fault.BAD_NAME, name);
    }
    return count;
  }
}
