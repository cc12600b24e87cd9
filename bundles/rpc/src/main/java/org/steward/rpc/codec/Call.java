package org.steward.rpc.codec;

import java.util.List;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.XmlRpcRequestConfig;
import org.steward.api.rpc.RpcEndpoint.Caller;

/**
 * One call as it was asked for.
 *
 * @param methodName {@code namespace.method}, unchecked
 * @param params String, Integer, Long (an int beyond 32 bits), Boolean, Double, Date, byte[], List
 *     or Map
 * @param caller who calls
 */
public record Call(String methodName, List<?> params, Caller caller) implements XmlRpcRequest {
  private static final Caller NOBODY = new Caller("", "");

  /** A call of somebody who is not known yet. */
  public Call(String methodName, List<?> params) {
    this(methodName, params, NOBODY);
  }

  /** The same call by somebody. */
  public Call by(Caller who) {
    return new Call(methodName, params, who);
  }

  @Override
  public XmlRpcRequestConfig getConfig() {
    return RequestTypes.CONFIG;
  }

  @Override
  public String getMethodName() {
    return methodName;
  }

  @Override
  public int getParameterCount() {
    return params.size();
  }

  @Override
  public Object getParameter(int index) {
    return params.get(index);
  }
}
