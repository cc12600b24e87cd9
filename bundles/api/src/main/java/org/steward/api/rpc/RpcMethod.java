package org.steward.api.rpc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.steward.api.http.Role;

/**
 * Publishes a public method of an {@link RpcNamespace} to clients, with what {@code
 * system.methodHelp} says of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RpcMethod {
  /** The name clients call it by; the Java name where empty. */
  String name() default "";

  /** What it does, its parameters and result, as shown by {@code system.methodHelp}. */
  String help();

  /**
   * The types of the result and then of each parameter, in XML-RPC's words (int, string, boolean,
   * array, struct), as shown by {@code system.methodSignature}; derived from the Java types where
   * empty.
   */
  String[] signature() default {};

  /** Who may call it. Said of every method that not only administrators may call. */
  Role role() default Role.ADMIN;

  /**
   * Whether each call is a line of the audit trail, unless readers may make it. Not so for a method
   * that only administrators may call and that changes nothing.
   */
  boolean audited() default true;
}
