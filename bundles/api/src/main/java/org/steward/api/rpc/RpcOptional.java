package org.steward.api.rpc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a trailing parameter of an {@link RpcMethod} that clients may leave out. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface RpcOptional {
  /** The value used where it is left out: {@code true}, {@code false}, a number or text. */
  String value();
}
