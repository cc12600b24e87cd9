package org.steward.api.rpc;

/** What a POST to {@code /RPC2} is answered with. Immutable by agreement; safe on any thread. */
public sealed interface RpcAnswer {
  /**
   * An XML-RPC response, a fault included: HTTP status 200, content type {@code text/xml}.
   *
   * @param body the document in UTF-8; not to be modified
   */
  record Document(byte[] body) implements RpcAnswer {}

  /**
   * The request was no XML-RPC call at all: HTTP status 400, as Supervisor answers it.
   *
   * @param reason what was wrong, in words for people
   */
  record BadRequest(String reason) implements RpcAnswer {}
}
