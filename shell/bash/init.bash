# shellcheck shell=bash disable=SC2034
# The shell integration of bash 3.2 and later, as `ai init bash` prints it: `ai use`, `ai off` and the segment for the
# prompt. Every name of ours starts with `__ai_`, and every builtin is called through `\builtin`, as in a session.

# An alias would be expanded in front of the function.
\builtin unalias ai 2>/dev/null || \builtin :

function ai {
  case ${1-} in
    use) \builtin shift && __ai_use "$@" ;;
    off) \builtin shift && __ai_leave "$@" ;;
    *) __ai_outside "$@" ;;
  esac
}

# Runs `ai "$@"` as this shell would be without its session, but what shows the session itself.
__ai_outside() {
  case ${__ai_owner-}:${1-} in
    "$$:"*:sessions | "$$:"*:doctor | "$$:"*:prompt | "$$:"*:statusline) \builtin command ai "$@" ;;
    "$$:"*) (__ai_become "$@") ;;
    *) \builtin command ai "$@" ;;
  esac
}

# Makes a subshell the program, with the originals back. What looks at all providers learns the session's name.
__ai_become() {
  __ai_marks=("AI_RUNNER_AGAIN=$$" "AI_SESSION_ID=${AI_SESSION_ID-}" "AI_SESSION_PROVIDER=${AI_SESSION_PROVIDER-}"
    "AI_SESSION_MODEL=${AI_SESSION_MODEL-}" "AI_SESSION_TOOL=${AI_SESSION_TOOL-}")
  __ai_calmly __ai_restore
  case ${1-} in status | providers | models) \builtin export "${__ai_marks[@]}" ;; esac
  \builtin exec ai "$@"
}

# Starts a session in this shell: evaluates what `ai env` prints for the flags "$@", or only prints what is meant to be read.
# Without a flag the terminal shows what there is to choose from.
__ai_use() {
  \builtin local __ai_word __ai_code
  if [[ $# -eq 0 ]]; then \builtin set -- --pick; fi
  for __ai_word in "$@"; do
    case $__ai_word in
      --) \builtin break ;;
      -h | --help) \builtin command ai help use; \builtin return ;;
      --dry-run | --json) __ai_outside env "$@"; \builtin return ;;
    esac
  done
  __ai_code=$(AI_RUNNER_AGAIN=$$ __ai_outside env --shell bash "$@") || \builtin return
  \builtin eval "$__ai_code"
}

# Ends the session of this shell.
__ai_leave() {
  case ${1-} in -h | --help) \builtin command ai help off; \builtin return ;; esac
  if [[ $# -gt 0 ]]; then
    \builtin printf 'ai: "ai off" takes nothing more, not "%s"\n' "$1" >&2
    \builtin return 2
  fi
  if \builtin declare -F ai_off >/dev/null; then ai_off; \builtin return; fi
  if [[ -z ${AI_SESSION_ID-} ]]; then \builtin printf 'ai: this shell has no session\n' >&2 && \builtin return 0; fi
  case $AI_SESSION_ID in
    *-"$$"-*)
      \builtin printf 'ai: exec has replaced the shell that started the session, and what it was before: open a new one\n' >&2
      \builtin return 1
      ;;
  esac
  \builtin printf 'ai: this shell only inherits the session: end it in the shell that started it\n' >&2
  \builtin return 1
}

# Sets AI_PROMPT to the segment for PS1, empty without a session, and leaves the status as it is.
__ai_prompt() {
  \builtin set -- "$?"
  if [[ -z ${AI_SESSION_ID-} ]]; then
    AI_PROMPT='' __ai_drawn=''
  elif [[ ${__ai_drawn-} != "$AI_SESSION_ID ${AI_SESSION_MODEL-} ${TERM-} ${NO_COLOR-}" || ! -f ${__ai_path-} ]]; then
    __ai_draw
  fi
  \builtin return "$1"
}

# The session file does not change during a session: it is read once, and after that only looked for.
__ai_draw() {
  __ai_path=${__ai_file:-${AI_RUNNER_HOME:-${HOME-}/.ai-runner}/sessions/$AI_SESSION_ID.info}
  __ai_drawn="$AI_SESSION_ID ${AI_SESSION_MODEL-} ${TERM-} ${NO_COLOR-}"
  \builtin local __ai_text
  if [[ ! -f $__ai_path || ! -r $__ai_path ]]; then
    __ai_drawn=''
    if [[ ${__ai_seen-} != "$AI_SESSION_ID ${AI_SESSION_MODEL-}" ]]; then __ai_segment </dev/null; fi
    __ai_text=$__ai_gone
    # The session of another user (`sudo -E`): its file may be there, but not for us.
    \builtin set -- "${AI_SESSION_ID%-*}"
    if [[ -d /proc/${1##*-} && ! -O /proc/${1##*-} ]]; then __ai_text=$__ai_label; fi
  else
    if [[ ${__ai_seen-} != "$AI_SESSION_ID ${AI_SESSION_MODEL-}" ]]; then
      __ai_segment <"$__ai_path" && __ai_seen="$AI_SESSION_ID ${AI_SESSION_MODEL-}"
    fi
    __ai_text=$__ai_label
  fi
  if [[ -z $__ai_text ]]; then
    AI_PROMPT=''
  elif [[ -n ${NO_COLOR-} || -z ${TERM-} || $TERM == dumb ]]; then
    AI_PROMPT="$__ai_text "
  else
    # What \[ and \] stand for: they would not be understood in the value of a variable.
    AI_PROMPT=$'\001\e['$__ai_color$'m\002'"$__ai_text"$'\001\e[39m\002 '
  fi
}

# Sets __ai_label, __ai_gone (the label once the file is gone) and __ai_color from the file of the session, stdin: what
# the program has put there for prompts, else what the variables of the session say.
__ai_segment() {
  \builtin local __ai_line __ai_team='' __ai_sign='' __ai_model="${AI_SESSION_MODEL-}" __ai_plain='' __ai_found=''
  case ${TERM-} in '' | dumb | linux | vt[0-9]*) __ai_plain=1 ;; esac
  case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;; *) __ai_plain=1 ;; esac
  __ai_color=39 __ai_label='' __ai_gone=''
  while \builtin read -r __ai_line; do
    case $__ai_line in
      teams=*) __ai_team=+ ;;
      payer=subscription) __ai_sign=' =' __ai_color=32 ;;
      payer=api) __ai_sign=' $' __ai_color=33 ;;
      payer=cloud) __ai_sign=' ^' __ai_color=36 ;;
      payer=local) __ai_sign=' ~' __ai_color=35 ;;
      prompt=*) __ai_label=${__ai_line#*=} __ai_color=39 __ai_found=1 ;;
      prompt_gone=*) __ai_gone=${__ai_line#*=} ;;
      prompt_ascii=*) if [[ -n $__ai_plain ]]; then __ai_label=${__ai_line#*=}; fi ;;
      prompt_ascii_gone=*) if [[ -n $__ai_plain ]]; then __ai_gone=${__ai_line#*=}; fi ;;
      prompt_color=*) __ai_sgr "${__ai_line#*=}" ;;
    esac
  done
  # Nothing that a terminal could obey, or a prompt that holds the value itself.
  if [[ -n $__ai_found ]]; then
    __ai_label=${__ai_label//[[:cntrl:]\`\\]/_} __ai_gone=${__ai_gone//[[:cntrl:]\`\\]/_}
    \builtin return 0
  fi
  __ai_short
  __ai_label=${AI_SESSION_PROVIDER-}${__ai_model:+ $__ai_model}
  __ai_label=${__ai_label//[^[:alnum:] ._:@+-]/_}$__ai_team$__ai_sign
  __ai_gone="[$__ai_label!]" __ai_label="[$__ai_label]"
}

# Sets __ai_color to what selects the color number $1; one that the terminal lacks is left out.
__ai_sgr() {
  case $1 in
    [0-7]) __ai_color=3$1 ;;
    [89] | 1[0-5]) __ai_color=9$(($1 - 8)) ;;
    [1-9][0-9] | [12][0-9][0-9])
      case ${TERM-}${COLORTERM-} in *256* | *truecolor* | *24bit* | *direct*) __ai_color="38;5;$1" ;; esac
      ;;
  esac
}

# Shortens __ai_model: the account's path, the region's and the maker's name, the version of the service, the date.
__ai_short() {
  __ai_model=${__ai_model##*/}
  __ai_model=${__ai_model##*anthropic.}
  __ai_model=${__ai_model#claude-}
  __ai_model=${__ai_model%%@*}
  __ai_model=${__ai_model%-v[0-9]:[0-9]}
  __ai_model=${__ai_model%-20[0-9][0-9][0-9][0-9][0-9][0-9]}
}

# Under allexport the functions would be on their way to every child.
\builtin export -nf ai __ai_outside __ai_become __ai_use __ai_leave __ai_prompt __ai_draw __ai_segment __ai_sgr __ai_short
