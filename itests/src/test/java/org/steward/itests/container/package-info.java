/**
 * Tests that run inside the distribution's own OSGi container, by Pax Exam: the place for tests of
 * bundles and plugins. A class annotated {@link org.steward.itests.container.InContainer} is all it
 * takes; its test methods get the services they name as parameters.
 *
 * <p>Each such class exists twice: JUnit of the build sees it outside, where {@link
 * org.steward.itests.container.ContainerExtension} hands every test over to the container; JUnit
 * inside, in {@link org.steward.itests.container.InsideRunner}, runs it with the bundles' classes.
 */
package org.steward.itests.container;
