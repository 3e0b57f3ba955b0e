# shellcheck shell=bash disable=SC2128,SC2178
# What `ai init bash --prompt` prints besides: the segment in front of PS1, whoever else draws the prompt.

# PS1 gets the value itself only where bash would not expand a reference to it. Empty lines at the beginning of a prompt
# stay where they are. The status stays as it is.
__ai_precmd() {
  \builtin set -- "$?"
  __ai_prompt
  # shellcheck disable=SC2016
  if \builtin shopt -q promptvars; then \builtin set -- "$1" '${AI_PROMPT-}' ''; else \builtin set -- "$1" "$AI_PROMPT" ''; fi
  if [[ ${__ai_front-} == "$2" && ${PS1-} == "$2"* ]]; then \builtin return "$1"; fi
  PS1=${PS1-}
  PS1=${PS1/"${__ai_front-}"/}
  while \builtin :; do
    case $PS1 in
      '\n'*) \builtin set -- "$1" "$2" "$3\\n" && PS1=${PS1:2} ;;
      $'\n'*) \builtin set -- "$1" "$2" "$3"$'\n' && PS1=${PS1:1} ;;
      *) \builtin break ;;
    esac
  done
  __ai_front=$2
  PS1=$3$2$PS1
  \builtin return "$1"
}
\builtin export -nf __ai_precmd

# Last, after what may have built PS1. A newline ends whatever an earlier command ends with. bash-preexec wants to be last
# itself, and has a list of its own; lists in PROMPT_COMMAND came with bash 5.1.
case "${PROMPT_COMMAND[*]-} ${precmd_functions[*]-}" in
  *__ai_precmd*) ;;
  *__bp_install* | *__bp_interactive_mode*) precmd_functions+=(__ai_precmd) ;;
  *)
    if [[ ${BASH_VERSINFO[0]}${BASH_VERSINFO[1]} -ge 51 && -n ${PROMPT_COMMAND[*]-} && ${#PROMPT_COMMAND[@]} -gt 1 ]]; then
      PROMPT_COMMAND+=(__ai_precmd)
    else
      PROMPT_COMMAND=${PROMPT_COMMAND:+$PROMPT_COMMAND$'\n'}__ai_precmd
    fi
    ;;
esac
