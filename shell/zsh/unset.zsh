if [[ ${__ai_owner-} == "$$:$ZSH_SUBSHELL" ]]; then ai_off; fi
