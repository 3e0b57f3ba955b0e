# The segment of a shell with a session: what `ai init zsh --prompt` has put into precmd_functions.
precmd_functions=()
PROMPT='%% '
. "$BENCH_INIT"
. "$BENCH_SNIPPET"
bench_case() {
  local bench_hook
  for bench_hook in $precmd_functions; do $bench_hook; done
}
