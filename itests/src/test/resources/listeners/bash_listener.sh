#!/usr/bin/env bash
# An event listener in plain bash.

export LC_ALL=C.UTF-8 # `read -N` counts characters, as `len` does

record=$1

while true; do
  printf 'READY\n'
  IFS= read -r header || exit 0
  length=${header##* len:}
  length=${length%% *}
  payload=
  if ((length > 0)); then
    IFS= read -r -N "$length" payload
  fi
  printf '%s\n%s\n' "$header" "$payload" >>"$record"
  printf 'RESULT 2\nOK'
done
