# shellcheck shell=bash disable=SC1090,SC2154,SC2317
# loop.bash ITERATIONS CASE: how long the function `bench_case` that the file CASE defines takes, beside an empty one.
iterations=$1
. "$2"
bench_empty() { :; }

# measure NAME FUNCTION; bash prints EPOCHREALTIME with the decimal sign of the locale.
measure() {
  local count start=${EPOCHREALTIME//[!0-9]/}
  for ((count = 0; count < iterations; count++)); do "$2"; done
  local stop=${EPOCHREALTIME//[!0-9]/}
  echo "$1 $((stop - start)) $iterations" >&"$bench_report"
}

exec {bench_report}>&2 2>/dev/null
measure empty bench_empty
measure case bench_case
exit 0
