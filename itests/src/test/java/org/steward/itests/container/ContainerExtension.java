package org.steward.itests.container;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Outside, starts the container and lets it run each test; inside, finds the services that methods
 * name as parameters.
 */
final class ContainerExtension
    implements BeforeAllCallback, InvocationInterceptor, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(ContainerExtension.class);
  private static final long SERVICE_MILLISECONDS = 20_000;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (!isInside(context)) {
      context.getStore(NAMESPACE).put(Exam.class, Exam.start(context.getRequiredTestClass()));
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runOrHandOver(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runOrHandOver(invocation, context);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runOrLeave(invocation, context);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    runOrLeave(invocation, context);
  }

  private static void runOrHandOver(Invocation<Void> invocation, ExtensionContext context)
      throws Throwable {
    runOrLeave(invocation, context);
    if (!isInside(context)) {
      // The id of a method or of one of its parameterized invocations; the same inside.
      context.getStore(NAMESPACE).get(Exam.class, Exam.class).run(context.getUniqueId());
    }
  }

  private static void runOrLeave(Invocation<Void> invocation, ExtensionContext context)
      throws Throwable {
    if (isInside(context)) {
      invocation.proceed();
    } else {
      invocation.skip();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().isInterface();
  }

  /** The service; outside, where the method is not run, nothing. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (!isInside(context)) {
      return null;
    }
    Class<?> type = parameter.getParameter().getType();
    BundleContext bundles = bundle(context).getBundleContext();
    return type == BundleContext.class ? bundles : service(bundles, type);
  }

  private static Object service(BundleContext bundles, Class<?> type) {
    ServiceTracker<?, ?> tracker = new ServiceTracker<>(bundles, type, null);
    tracker.open();
    try {
      Object service = tracker.waitForService(SERVICE_MILLISECONDS);
      if (service == null) {
        throw new AssertionError("no bundle offers the service " + type.getName());
      }
      return service;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      tracker.close();
    }
  }

  private static boolean isInside(ExtensionContext context) {
    return bundle(context) != null;
  }

  private static Bundle bundle(ExtensionContext context) {
    return FrameworkUtil.getBundle(context.getRequiredTestClass());
  }
}
