# Is the variable $1 set and not empty in this shell, as it is without a session?
__ai_known() {
  if [[ ${__ai_owner-} == "$$:"* && -n ${__ai_names[(re)$1]-} ]]; then
    if [[ -n ${__ai_value[$1]-} ]]; then return 0; fi
  elif [[ -n ${(P)1-} ]]; then
    return 0
  fi
  __ai_say "$1 was set for \"ai env\" but is not set in this shell: export it first. Nothing was changed"
  return 1
}
