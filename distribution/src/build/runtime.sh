#!/bin/sh
# runtime.sh DIRECTORY: makes the Java runtime of the distribution with jlink. Does nothing when the
# one that is there came from the same JDK and the same script.
set -eu
# Maven may run on an older JDK and take the right one as a toolchain, so JAVA_HOME says little.
. "$(dirname -- "$0")/../../../build/tools.sh"
need_jdk25
runtime=$1
jdk=$JAVA_HOME

# java.*: what Felix, Jetty and the XML parsers need. jdk.net: the peer's user on a UNIX socket.
# jdk.unsupported: sun.misc, which Felix and Jetty look for. jdk.zipfs: zip files of plugins.
# java.net.http: for plugins that call others; 0.4 MB of the archive.
modules=java.base,java.logging,java.xml,java.management,java.naming,java.security.jgss
modules=$modules,jdk.net,jdk.unsupported,jdk.zipfs,java.net.http

stamp=$(cat "$jdk/release" "$0" | sha256sum)
if [ "$(cat "$runtime.stamp" 2>/dev/null)" = "$stamp" ]; then
  echo "runtime: up to date"
  exit 0
fi
rm -rf "$runtime" "$runtime.stamp"

# Uncompressed: the archive is compressed anyway and gets smaller so (21 against 26 MB), and classes
# that are not in the AOT caches load faster.
"$jdk/bin/jlink" --add-modules "$modules" --output "$runtime" \
  --strip-debug --no-man-pages --no-header-files --compress=zip-0

if command -v strip >/dev/null; then
  find "$runtime" -name '*.so' -exec strip --strip-unneeded {} +
else
  echo "runtime: no strip (package binutils): the runtime is some 5 MB larger than need be"
fi
# The list of classes is needed only to make the default archive below, by other options than ours.
# That archive is for a JVM that refuses the AOT cache: without, it would take three times as long.
"$runtime/bin/java" -Xshare:dump -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xlog:disable
rm "$runtime/lib/classlist"

echo "$stamp" > "$runtime.stamp"
echo "runtime: $(du -sm "$runtime" | cut -f1) MB, $("$runtime/bin/java" --version | sed -n 2p)"
