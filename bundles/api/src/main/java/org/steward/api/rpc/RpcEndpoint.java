package org.steward.api.rpc;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.steward.api.http.Role;

/**
 * The XML-RPC endpoint: what the web server hands the bodies of POSTs to {@code /RPC2} to. A
 * service of the rpc bundle; safe on any thread.
 */
@ProviderType
public interface RpcEndpoint {
  /**
   * Answers one call; what is no call at all gets a fault.
   *
   * @param request the body of an XML-RPC request
   * @param caller who asks, for the audit trail
   * @return the body of the answer, a fault document where the call failed; never completes
   *     exceptionally
   */
  CompletionStage<byte[]> call(byte[] request, Caller caller);

  /**
   * Answers one call, or says that it was none.
   *
   * @param request the body of an XML-RPC request
   * @param caller who asks, for the audit trail
   * @return what to answer; never completes exceptionally
   */
  default CompletionStage<RpcAnswer> answer(byte[] request, Caller caller) {
    return call(request, caller).thenApply(RpcAnswer.Document::new);
  }

  /**
   * Who calls.
   *
   * @param user the authenticated user, empty where none was asked for
   * @param address where from: an address, or {@code unix}
   * @param role what the user may do
   */
  record Caller(String user, String address, Role role) {
    /** Somebody of whom no more is known, who may only read. */
    public Caller(String user, String address) {
      this(user, address, Role.READ);
    }
  }
}
