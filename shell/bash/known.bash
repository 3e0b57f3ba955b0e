# shellcheck shell=bash disable=SC2154
# Is the variable $1 set and not empty in this shell, as it is without a session?
__ai_known() {
  \builtin local __ai_i
  if [[ ${__ai_owner-} == "$$:"* ]]; then
    for __ai_i in "${!__ai_kept[@]}"; do
      if [[ ${__ai_kept[__ai_i]} == "$1" ]]; then [[ -n ${__ai_value[__ai_i]} ]] && \builtin return 0; fi
    done
  fi
  if [[ -n ${!1-} ]]; then \builtin return 0; fi
  __ai_say "$1 was set for \"ai env\" but is not set in this shell: export it first. Nothing was changed"
  \builtin return 1
}
