# loop.zsh ITERATIONS CASE: how long the function `bench_case` that the file CASE defines takes, beside an empty one.
zmodload zsh/datetime
integer iterations=$1
. "$2"
bench_empty() { : }

# measure NAME FUNCTION
measure() {
  local -F start=$EPOCHREALTIME
  local count
  for ((count = 0; count < iterations; count++)); do "$2"; done
  local -F took=$(( (EPOCHREALTIME - start) * 1000000 ))
  print -r -u $bench_report -- $1 ${took%.*} $iterations
}

exec {bench_report}>&2 2>/dev/null
measure empty bench_empty
measure case bench_case
exit 0
