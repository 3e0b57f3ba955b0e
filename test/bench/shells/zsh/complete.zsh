# complete.zsh ITERATIONS: a completion key behind `ai env --op`, pressed in an interactive zsh on a terminal of its own: from
# the key to the completed word on the screen.
zmodload zsh/zpty zsh/datetime || exit
integer iterations=$1 count
float total=0 start

# seen TEXT: reads until it is on the screen.
seen() { zpty -r keys screen "*$1*" || exit 3 }

zpty keys zsh -f -i
zpty -w keys 'PS1= PROMPT_EOL_MARK=; autoload -Uz compinit; compinit -D'
zpty -w keys '. $BENCH_INIT; print rea""dy'
seen ready
for ((count = 0; count < iterations; count++)); do
  zpty -n -w keys 'ai env --op'
  seen op
  start=$EPOCHREALTIME
  zpty -n -w keys $'\t'
  seen us
  ((total += EPOCHREALTIME - start))
  zpty -n -w keys $'\x15'
done
printf 'case %.0f %d\n' $((total * 1000000)) $iterations >&2
zpty -d keys
