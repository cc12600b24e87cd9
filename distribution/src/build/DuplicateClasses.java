import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;

/** Fails if a class is in more than one of the jars given: on a class path the first hides the rest. */
final class DuplicateClasses {

  public static void main(String[] jars) throws IOException {
    Map<String, String> owners = new HashMap<>();
    int duplicates = 0;
    for (String jar : jars) {
      try (ZipFile zip = new ZipFile(jar)) {
        for (String name : zip.stream().map(Object::toString).toList()) {
          String owner = isClass(name) ? owners.putIfAbsent(name, jar) : null;
          if (owner != null) {
            System.err.println(name + " is in " + owner + " and in " + jar);
            duplicates++;
          }
        }
      }
    }
    System.exit(duplicates == 0 ? 0 : 1);
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class") && !name.endsWith("module-info.class") && !name.startsWith("META-INF/");
  }
}
