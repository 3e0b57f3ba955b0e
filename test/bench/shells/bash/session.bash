# shellcheck shell=bash disable=SC2154
# session.bash ITERATIONS: starts and ends a session again and again, from text that is in a variable as it is in
# eval "$(ai env …)".
iterations=$1
snippet=$(<"$BENCH_SNIPPET")
on=0 off=0
for ((count = 0; count < iterations; count++)); do
  start=${EPOCHREALTIME//[!0-9]/}
  eval "$snippet"
  middle=${EPOCHREALTIME//[!0-9]/}
  ai_off
  stop=${EPOCHREALTIME//[!0-9]/}
  ((on += middle - start, off += stop - middle))
done
echo "eval $on $iterations" >&2
echo "off $off $iterations" >&2
