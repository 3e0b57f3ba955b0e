# This shell has a session: the generator runs again as the shell would be without it, and what it prints takes this
# text's place. A child shell has only the session's environment.
if set -q -g __ai_owner; and test "$__ai_owner" = "$fish_pid"
    set -g __ai_text (__ai_again $__ai_argv | builtin string collect)
else
    set -g __ai_text (AI_RUNNER_AGAIN=$fish_pid $__ai_argv </dev/null | builtin string collect)
end
eval "set -e -g __ai_text __ai_argv"\n"$__ai_text"
