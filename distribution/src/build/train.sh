#!/bin/sh
# train.sh LAYOUT: makes the AOT caches, lib/supervisord.aot and lib/ctl.aot, by running what is
# typical under a JVM that notes which classes it loads and which methods get hot. A cache that was
# not made fails the build.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
layout=$1
work=$(mktemp -d)
daemon=
# shellcheck disable=SC2329 # called by the trap
clean_up() {
  status=$?
  if [ -n "$daemon" ]; then
    # TERM first, for a daemon that is killed leaves its programs running.
    kill -TERM "$daemon" && sleep 5
    kill -KILL "$daemon"
  fi 2>/dev/null || :
  [ "$status" -eq 0 ] || { echo "train: failed; the logs:" >&2; find "$work" -name '*.log' -size +0 -exec tail -v -n 20 {} + >&2; }
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

# Neither the builder's own state nor options may leak in.
unset STATE_DIRECTORY STEWARD_PLUGINS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
export STEWARD_STATE_DIR="$work/state" TRAINING="$work" LAYOUT="$layout"

ctl() { "$layout/bin/supervisorctl" -c "$here/training/supervisord.conf" "$@"; }
# training NAME: what the JVM is to write. Profiles are for C2, which neither uses.
training() {
  STEWARD_JAVA_OPTS="-XX:AOTCacheOutput=$layout/lib/$1.aot"
  STEWARD_JAVA_OPTS="$STEWARD_JAVA_OPTS -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"
  export STEWARD_JAVA_OPTS
}

# made NAME: reports the cache, or fails.
made() {
  [ -s "$layout/lib/$1.aot" ] || { echo "train: no cache was made for $1" >&2; exit 1; }
  echo "train: $1.aot, $(du -sm "$layout/lib/$1.aot" | cut -f1) MB"
}

rm -f "$layout/lib/supervisord.aot" "$layout/lib/ctl.aot"

# By a link, so that what an upgrade would start can be another program.
ln -s "$layout/bin/supervisord" "$work/supervisord"
training supervisord
"$work/supervisord" -n -c "$here/training/supervisord.conf" > "$work/supervisord.log" 2>&1 &
daemon=$!
STEWARD_JAVA_OPTS=
tries=0
until ctl version > "$work/version.log" 2>&1; do
  [ "$((tries += 1))" -le 100 ] || { echo "train: the daemon does not answer" >&2; exit 1; }
  sleep 0.3
done

training ctl
ctl < "$here/training/commands" > "$work/ctl.log" 2>&1
made ctl
STEWARD_JAVA_OPTS=

# An upgrade as far as it goes in one JVM: the new version gets ready, and then cannot be executed.
cat > "$work/refusing" <<'END'
#!/bin/sh
echo ready
chmod a-x "$0"
END
chmod a+x "$work/refusing"
ln -sf refusing "$work/supervisord"
if ctl upgrade > "$work/upgrade.log" 2>&1 || ! grep -q '^ERROR: not upgraded' "$work/upgrade.log"; then
  echo "train: the upgrade was to fail at its last step" >&2
  exit 1
fi

kill -TERM "$daemon"
wait "$daemon" || { echo "train: the daemon ended with status $?" >&2; exit 1; }
daemon=
made supervisord
