package org.steward.rpc.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.rpc.codec.Call;

/**
 * The parameters of one published method.
 *
 * @param all those of the client, in order; those with a default come last
 * @param withCaller whether the method is told behind them who calls
 */
record Parameters(List<Parameter> all, boolean withCaller) {
  /**
   * One parameter.
   *
   * @param type what it takes
   * @param fallback its value where the client leaves it out, null if it must not
   */
  record Parameter(ParameterType type, @Nullable Object fallback) {}

  Parameters {
    all = List.copyOf(all);
  }

  /**
   * The arguments for the method.
   *
   * @throws SupervisorFault INCORRECT_PARAMETERS: without words for a wrong number, as Supervisor
   *     has it, and naming the parameter for a wrong type
   */
  @Nullable Object[] bind(Call call) {
    int given = call.getParameterCount();
    if (given > all.size()) {
      throw new SupervisorFault(Fault.INCORRECT_PARAMETERS);
    }
    @Nullable Object[] arguments = new Object[all.size() + (withCaller ? 1 : 0)];
    for (int i = 0; i < all.size(); i++) {
      Parameter parameter = all.get(i);
      arguments[i] = i < given ? convert(parameter, i, call.getParameter(i)) : fallback(parameter);
    }
    if (withCaller) {
      arguments[all.size()] = call.caller();
    }
    return arguments;
  }

  private static Object fallback(Parameter parameter) {
    if (parameter.fallback == null) {
      throw new SupervisorFault(Fault.INCORRECT_PARAMETERS);
    }
    return parameter.fallback;
  }

  /** The value is null where a date is empty. */
  private static Object convert(Parameter parameter, int index, @Nullable Object value) {
    Object converted = value == null ? null : parameter.type.convert(value);
    if (converted == null) {
      throw new SupervisorFault(
          Fault.INCORRECT_PARAMETERS,
          "parameter " + (index + 1) + " is not of type " + parameter.type.word());
    }
    return converted;
  }
}
