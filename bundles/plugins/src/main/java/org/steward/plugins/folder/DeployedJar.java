package org.steward.plugins.folder;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * A jar of a plugin folder at one moment.
 *
 * @param jar the file
 * @param bundle what it has become, null where it could not become one
 * @param problems what is wrong with it, in words for people
 */
public record DeployedJar(Path jar, @Nullable Bundle bundle, List<String> problems) {}
