# shellcheck shell=bash disable=SC1090,SC2034
# A completion key behind `ai env --op`, by the function that `ai init bash` has registered; readline does no more than call it.
. "$BENCH_INIT"
bench_words=$(complete -p ai) || exit 3
bench_function=${bench_words##*-F }
bench_function=${bench_function%% *}
bench_case() {
  COMP_WORDS=(ai env --op) COMP_CWORD=2 COMP_LINE='ai env --op' COMP_POINT=11
  "$bench_function" ai --op env
}
bench_case
[[ ${COMPREPLY[*]} == *--opus* ]] || exit 4
