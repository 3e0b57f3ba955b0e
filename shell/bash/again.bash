# shellcheck shell=bash disable=SC2154
# This shell has a session: the generator runs again as the shell would be without it, in a subshell that has put the
# originals back, and what it prints takes this text's place. A child shell has only the session's environment.
if [[ ${__ai_owner-} == "$$:"* ]]; then
  __ai_text=$(__ai_calmly __ai_again "${__ai_argv[@]}") || \builtin :
else
  __ai_text=$(AI_RUNNER_AGAIN=$$ "${__ai_argv[@]}") || \builtin :
fi
\builtin eval "\\builtin unset -v __ai_text __ai_argv
$__ai_text"
