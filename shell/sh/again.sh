# shellcheck shell=sh
if [ "${__ai_owner-}" = "$$" ]; then __ai_text=$(__ai_again "$@") || \command :; else __ai_text=$(AI_RUNNER_AGAIN=$$ "$@") || \command :; fi
