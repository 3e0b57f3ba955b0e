# The hook of another program, which the file $BENCH_HOOK puts into precmd_functions.
precmd_functions=()
. "$BENCH_HOOK"
bench_case() {
  local bench_hook
  for bench_hook in $precmd_functions; do $bench_hook; done
}
