# Prints each failed test of Surefire's XML reports: module, class, method, message, and the command
# that runs it alone.
function attribute(name,    value) {
  if (!match($0, " " name "=\"[^\"]*\"")) return ""
  value = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
  gsub(/(&#10;|&#13;|&#9;| )+/, " ", value)
  gsub(/&quot;/, "\"", value); gsub(/&lt;/, "<", value); gsub(/&gt;/, ">", value)
  gsub(/&apos;/, "'", value); gsub(/&amp;/, "\\&", value)
  sub(/^ /, "", value)
  value = substr(value, 1, 400)
  return value
}
/<testcase / { class = attribute("classname"); method = attribute("name") }
/<(failure|error)[ >]/ {
  module = FILENAME
  sub(/\/target\/.*/, "", module)
  simple = class
  sub(/.*\./, "", simple)
  plain = method
  sub(/[({[].*/, "", plain)
  printf "\n%s: %s.%s\n  %s\n  again: ./test %s#%s\n",
    module, class, method, attribute("message"), simple, plain
  found = 1
}
END { exit !found }
