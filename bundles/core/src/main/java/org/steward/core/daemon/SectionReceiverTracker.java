package org.steward.core.daemon;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.steward.core.spi.SectionReceiver;

/** Makes the plugin bundle known to the reading of the configuration. */
final class SectionReceiverTracker extends ServiceTracker<SectionReceiver, SectionReceiver> {
  private final PluginSections sections;

  SectionReceiverTracker(BundleContext context, PluginSections sections) {
    super(context, SectionReceiver.class, null);
    this.sections = sections;
  }

  @Override
  public SectionReceiver addingService(ServiceReference<SectionReceiver> reference) {
    SectionReceiver receiver = super.addingService(reference);
    sections.attach(receiver);
    return receiver;
  }

  @Override
  public void removedService(
      ServiceReference<SectionReceiver> reference, SectionReceiver receiver) {
    sections.detach();
    super.removedService(reference, receiver);
  }
}
