package org.steward.rpc.codec;

import java.util.List;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.XmlRpcRequestConfig;

/**
 * One call as it was asked for.
 *
 * @param methodName {@code namespace.method}, unchecked
 * @param params String, Integer, Long (an int beyond 32 bits), Boolean, Double, Date, byte[], List
 *     or Map
 */
public record Call(String methodName, List<?> params) implements XmlRpcRequest {
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
