# session.zsh ITERATIONS: starts and ends a session again and again, from text that is in a variable as it is in
# eval "$(ai env …)".
zmodload zsh/datetime
integer iterations=$1
snippet=$(<"$BENCH_SNIPPET")
float on=0 off=0 start middle stop
for ((count = 0; count < iterations; count++)); do
  start=$EPOCHREALTIME
  eval "$snippet"
  middle=$EPOCHREALTIME
  ai_off
  stop=$EPOCHREALTIME
  ((on += middle - start, off += stop - middle))
done
printf '%s %.0f %d\n' eval $((on * 1000000)) $iterations off $((off * 1000000)) $iterations >&2
