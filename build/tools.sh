# Sourced by ./run, ./test and the distribution's build: finds the JDK 25 and Maven, or says what to
# install. Sets and exports JAVA_HOME.
# shellcheck shell=sh

# is_jdk25 DIRECTORY
is_jdk25() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/jlink" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

# need_jdk25: JAVA_HOME if it is one, else one of the usual places, else the `java` on PATH.
need_jdk25() {
  on_path=$(command -v java || :)
  [ -z "$on_path" ] || on_path=$(dirname -- "$(dirname -- "$(readlink -f -- "$on_path")")")
  for candidate in "${JAVA_HOME-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$on_path"; do
    if is_jdk25 "$candidate"; then
      export JAVA_HOME="$candidate"
      # Maven 3.8's own libraries use what JDK 25 warns about.
      export MAVEN_OPTS="${MAVEN_OPTS-} --sun-misc-unsafe-memory-access=allow"
      return
    fi
  done
  cat >&2 <<'END'
cannot find a JDK 25: neither in JAVA_HOME, nor in /usr/lib/jvm, nor as `java` on PATH.
Install one, for example:
  apt-get install openjdk-25-jdk-headless       (Debian and Ubuntu, where their release has it)
  or any other build of it, such as Temurin, unpacked into /usr/lib/jvm or named by JAVA_HOME
END
  exit 1
}

need_maven() {
  command -v mvn >/dev/null && return
  echo "cannot find mvn: install Maven 3.8 or newer, for example: apt-get install maven" >&2
  exit 1
}
