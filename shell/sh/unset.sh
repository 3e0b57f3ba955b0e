# shellcheck shell=sh
if [ "${__ai_owner-}" = "$$" ]; then ai_off; fi
