# This shell has a session: the generator runs again as the shell would be without it, in a subshell that has put the
# originals back, and what it prints takes this text's place. A child shell has only the session's environment.
if [[ ${__ai_owner-} == "$$:"* ]]; then
  __ai_text=$(
    # The user's handlers are not for this subshell; zsh 5.9 would crash on TRAPEXIT at its end.
    builtin trap - EXIT
    if (( $+functions[TRAPEXIT] )); then builtin unfunction TRAPEXIT; fi
    __ai_again $__ai_argv
  ) || builtin :
else
  __ai_text=$(AI_RUNNER_AGAIN=$$ $__ai_argv) || builtin :
fi
unset __ai_argv
