# shellcheck shell=bash
if [[ ${__ai_owner-} == "$$:${BASH_SUBSHELL:-0}" ]]; then ai_off; fi
