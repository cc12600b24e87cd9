#!/bin/sh
# finish.sh LAYOUT TIMESTAMP: completes the folder that Maven laid out with a Java runtime and the
# AOT caches, and packs it. TIMESTAMP (ISO 8601) becomes the time of every file.
set -eu
. "$(dirname -- "$0")/../../../build/tools.sh"
need_jdk25
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
layout=$(CDPATH='' cd -- "$1" && pwd)
timestamp=$2
target=$(dirname -- "$layout")

sh "$here/runtime.sh" "$target/runtime"
rm -rf "$layout/runtime"
cp -a "$target/runtime" "$layout/runtime"

# bin/supervisord reads the class path from here. Were a class in two jars, the first would win.
(cd "$layout/lib" && LC_ALL=C ls framework.jar bundles/*/*.jar) > "$layout/lib/classpath"
# shellcheck disable=SC2046 # a list of files
(cd "$layout/lib" && "$JAVA_HOME/bin/java" "$here/DuplicateClasses.java" $(cat classpath))

# A cache is valid for jars of the very size and time it was trained with: so the times are set
# first, and tar keeps them.
settle() { find "$layout" -exec touch -h -d "$timestamp" {} +; }
settle

archive=$layout-linux-$(uname -m).tar.gz
caches=$target/caches
# The training and the packing take most of the time, and most builds change nothing of this.
inputs=$(
  {
    cat "$target/runtime.stamp" "$here"/*.sh "$here"/training/*
    cd "$layout"
    find . -path ./runtime -prune -o -type f -exec sha256sum {} + | LC_ALL=C sort
  } | sha256sum
)
if [ -f "$archive" ] && [ "$(cat "$caches/inputs" 2>/dev/null)" = "$inputs" ]; then
  cp -p "$caches"/*.aot "$layout/lib/"
  settle
  echo "distribution: $archive is up to date"
  exit 0
fi

sh "$here/train.sh" "$layout"
settle
tar --create --directory "$target" --sort=name --owner=0 --group=0 --numeric-owner \
  --format=ustar "$(basename -- "$layout")" | gzip -9 --no-name > "$archive"
size=$(du -sm "$archive" | cut -f1)
echo "distribution: $archive, $size MB ($(du -sm "$layout" | cut -f1) MB unpacked)"
[ "$size" -lt 60 ] || { echo "distribution: expected less than 60 MB" >&2; exit 1; }

mkdir -p "$caches"
cp -p "$layout"/lib/*.aot "$caches/"
echo "$inputs" > "$caches/inputs"
