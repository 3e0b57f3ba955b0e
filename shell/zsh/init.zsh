# The shell integration of zsh 5.8 and later, as `ai init zsh` prints it: `ai use`, `ai off` and the segment for the prompt.
# The functions know their options, whatever the caller has set; for that they stand in quotes, and use none of that kind.
\builtin emulate -R zsh -o no_aliases -o no_xtrace -c '
# An alias would be expanded in front of the function.
builtin unalias ai 2>/dev/null || :

function ai {
  case ${1-} in
    use) shift && __ai_use "$@" ;;
    off) shift && __ai_leave "$@" ;;
    *) __ai_outside "$@" ;;
  esac
  # zsh 5.9 forgets the errexit of the caller when a function with options of its own ends in a compound command.
  return
}

# Runs `ai "$@"` as this shell would be without its session, but what shows the session itself.
function __ai_outside {
  if [[ ${__ai_owner-} == "$$:"* && ${1-} != (sessions|doctor|prompt|statusline) ]]; then
    (__ai_become "$@")
  else
    builtin command ai "$@"
  fi
  return
}

# The handlers of the user are not for our subshells; zsh 5.9 may crash on TRAPEXIT at their end.
function __ai_unhook {
  builtin trap - EXIT
  if (( $+functions[TRAPEXIT] )); then builtin unfunction TRAPEXIT; fi
  if (( $+functions[zshexit] )); then builtin unfunction zshexit; fi
  typeset -ga zshexit_functions=()
}

# Makes a subshell the program, with the originals back. What looks at all providers learns the name of the session.
function __ai_become {
  __ai_unhook
  local -a __ai_marks=("AI_RUNNER_AGAIN=$$" "AI_SESSION_ID=${AI_SESSION_ID-}" "AI_SESSION_PROVIDER=${AI_SESSION_PROVIDER-}"
    "AI_SESSION_MODEL=${AI_SESSION_MODEL-}" "AI_SESSION_TOOL=${AI_SESSION_TOOL-}")
  __ai_restore
  if [[ ${1-} == (status|providers|models) ]]; then builtin export $__ai_marks; fi
  # The function would be called.
  builtin unfunction ai
  builtin exec ai "$@"
}

# Starts a session in this shell: evaluates what `ai env` prints for the flags "$@", or only prints what is meant to be read.
# Without a flag the terminal shows what there is to choose from.
function __ai_use {
  local __ai_word __ai_code
  if (( ! $# )); then set -- --pick; fi
  for __ai_word; do
    case $__ai_word in
      --) break ;;
      -h | --help) builtin command ai help use; return ;;
      --dry-run | --json) __ai_outside env "$@"; return ;;
    esac
  done
  __ai_code=$(__ai_unhook; AI_RUNNER_AGAIN=$$ __ai_outside env --shell zsh "$@") || return
  builtin eval "$__ai_code"
}

# Ends the session of this shell.
function __ai_leave {
  case ${1-} in -h | --help) builtin command ai help off; return ;; esac
  if (( $# )); then
    builtin print -ru2 -- "ai: \"ai off\" takes nothing more, not \"$1\""
    return 2
  fi
  if builtin typeset -f ai_off >/dev/null; then ai_off; return; fi
  if [[ -z ${AI_SESSION_ID-} ]]; then builtin print -ru2 -- "ai: this shell has no session" && return 0; fi
  if [[ $AI_SESSION_ID == *-$$-* ]]; then
    builtin print -ru2 -- "ai: exec has replaced the shell that started the session, and what it was before: open a new one"
    return 1
  fi
  builtin print -ru2 -- "ai: this shell only inherits the session: end it in the shell that started it"
  return 1
}

# Sets AI_PROMPT to the segment for PROMPT, empty without a session, and leaves the status as it is.
function __ai_prompt {
  local __ai_status=$?
  if [[ -z ${AI_SESSION_ID-} ]]; then
    typeset -g AI_PROMPT= __ai_drawn=
  elif [[ ${__ai_drawn-} != "$AI_SESSION_ID ${AI_SESSION_MODEL-} ${TERM-} ${NO_COLOR-}" || ! -f ${__ai_path-} ]]; then
    __ai_draw
  fi
  return $__ai_status
}

# The session file does not change during a session: it is read once, and after that only looked for.
function __ai_draw {
  typeset -g __ai_path=${__ai_file:-${AI_RUNNER_HOME:-${HOME-}/.ai-runner}/sessions/$AI_SESSION_ID.info}
  typeset -g __ai_drawn="$AI_SESSION_ID ${AI_SESSION_MODEL-} ${TERM-} ${NO_COLOR-}"
  local __ai_text
  if [[ ! -f $__ai_path || ! -r $__ai_path ]]; then
    __ai_drawn=
    if [[ ${__ai_seen-} != "$AI_SESSION_ID ${AI_SESSION_MODEL-}" ]]; then __ai_segment; fi
    __ai_text=$__ai_gone
    # The session of another user (`sudo -E`): its file may be there, but not for us.
    set -- ${AI_SESSION_ID%-*}
    if [[ -d /proc/${1##*-} && ! -O /proc/${1##*-} ]]; then __ai_text=$__ai_label; fi
  else
    if [[ ${__ai_seen-} != "$AI_SESSION_ID ${AI_SESSION_MODEL-}" ]]; then
      __ai_segment ${(f)"$(<$__ai_path)"} && typeset -g __ai_seen="$AI_SESSION_ID ${AI_SESSION_MODEL-}"
    fi
    __ai_text=$__ai_label
  fi
  __ai_text=${__ai_text//\%/%%}
  if [[ -z $__ai_text ]]; then
    typeset -g AI_PROMPT=
  elif [[ -n ${NO_COLOR-} || -z ${TERM-} || $TERM == dumb ]]; then
    typeset -g AI_PROMPT="$__ai_text "
  else
    typeset -g AI_PROMPT="%F{$__ai_color}$__ai_text%f "
  fi
}

# Sets __ai_label, __ai_gone (the label once the file is gone) and __ai_color from the lines of the file of the session,
# "$@": what the program has put there for prompts, else what the variables of the session say.
function __ai_segment {
  local __ai_line __ai_team= __ai_sign= __ai_model=${AI_SESSION_MODEL-} __ai_plain= __ai_found=
  typeset -g __ai_color=default __ai_label= __ai_gone=
  case ${TERM-} in "" | dumb | linux | vt[0-9]*) __ai_plain=1 ;; esac
  case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;; *) __ai_plain=1 ;; esac
  for __ai_line; do
    case $__ai_line in
      teams=*) __ai_team=+ ;;
      payer=subscription) __ai_sign=" =" __ai_color=green ;;
      payer=api) __ai_sign=" \$" __ai_color=yellow ;;
      payer=cloud) __ai_sign=" ^" __ai_color=cyan ;;
      payer=local) __ai_sign=" ~" __ai_color=magenta ;;
      prompt=*) __ai_label=${__ai_line#*=} __ai_color=default __ai_found=1 ;;
      prompt_gone=*) __ai_gone=${__ai_line#*=} ;;
      prompt_ascii=*) if [[ -n $__ai_plain ]]; then __ai_label=${__ai_line#*=}; fi ;;
      prompt_ascii_gone=*) if [[ -n $__ai_plain ]]; then __ai_gone=${__ai_line#*=}; fi ;;
      prompt_color=<0-255>) __ai_color=${__ai_line#*=} ;;
    esac
  done
  # Nothing that a terminal could obey, or a prompt that is expanded twice.
  if [[ -n $__ai_found ]]; then
    __ai_label=${__ai_label//[[:cntrl:]\`\\]/_} __ai_gone=${__ai_gone//[[:cntrl:]\`\\]/_}
    return 0
  fi
  __ai_short
  __ai_label=${AI_SESSION_PROVIDER-}${__ai_model:+ $__ai_model}
  __ai_label=${__ai_label//[^[:alnum:] ._:@+-]/_}$__ai_team$__ai_sign
  __ai_gone="[$__ai_label!]" __ai_label="[$__ai_label]"
}

# Shortens __ai_model: the path of the account, the names of region and maker, the version of the service, the date.
function __ai_short {
  __ai_model=${__ai_model##*/}
  __ai_model=${__ai_model##*anthropic.}
  __ai_model=${__ai_model#claude-}
  __ai_model=${__ai_model%%@*}
  __ai_model=${__ai_model%-v[0-9]:[0-9]}
  __ai_model=${__ai_model%-20[0-9][0-9][0-9][0-9][0-9][0-9]}
}
'
