# shellcheck shell=bash disable=SC1003,SC2015,SC2034,SC2088,SC2154,SC2206
# The completion of bash 3.2 and later, without its data: `__ai_tab_flags`, `__ai_tab_actions`, `__ai_tab_operand`, `__ai_tab_known` and
# `__ai_tab_commands` follow in the generated file. Nothing here needs bash-completion; flags and files need no program.
#
# Each function sees the variables of its caller: `__ai_complete` makes them.

# Called by readline with the text that it would replace, "$2". Where errexit is on, no failure ends the shell.
__ai_complete() {
  \builtin local IFS=$' \t\n' __ai_tab_before __ai_tab_table __ai_tab_list __ai_tab_kind __ai_tab_row __ai_tab_each __ai_tab_line
  \builtin local __ai_tab_cur='' __ai_tab_quote='' __ai_tab_tilde='' __ai_tab_kept=0 __ai_tab_lead=''
  \builtin local __ai_tab_command='' __ai_tab_at=1 __ai_tab_given=' ' __ai_tab_last='' __ai_tab_takes='' __ai_tab_gone=''
  \builtin local __ai_tab_listed='' __ai_tab_word='' __ai_tab_words=0 __ai_tab_provider='' __ai_tab_rest='' __ai_tab_script='' __ai_tab_suffix=' ' __ai_tab_closed="'\\''"
  COMPREPLY=()
  __ai_tab_before=() __ai_tab_table=()
  __ai_tab_tokens "$2" && __ai_tab_choose && __ai_tab_walk && __ai_tab_suggest || \builtin :
}

# Splits the line up to the cursor as the shell would, but expands nothing: the words before the cursor, what has been typed
# of the word at it, the quote that is open there, and how much of the word stands before what readline replaces, "$1".
__ai_tab_tokens() {
  \builtin local __ai_tab_char __ai_tab_some='' __ai_tab_i __ai_tab_start
  __ai_tab_line=${COMP_LINE:0:COMP_POINT}
  __ai_tab_start=$((${#__ai_tab_line} - ${#1}))
  for ((__ai_tab_i = 0; __ai_tab_i < ${#__ai_tab_line}; __ai_tab_i++)); do
    if ((__ai_tab_i == __ai_tab_start)); then __ai_tab_kept=${#__ai_tab_cur}; fi
    __ai_tab_char=${__ai_tab_line:__ai_tab_i:1}
    case $__ai_tab_quote$__ai_tab_char in
      "''" | '""') __ai_tab_quote='' ;;
      "'"?) __ai_tab_cur+=$__ai_tab_char ;;
      '"\')
        __ai_tab_char=${__ai_tab_line:$((__ai_tab_i += 1)):1}
        case $__ai_tab_char in [\"\\\$\`]) ;; *) __ai_tab_cur+='\' ;; esac
        __ai_tab_cur+=$__ai_tab_char
        ;;
      '"'?) __ai_tab_cur+=$__ai_tab_char ;;
      '\') __ai_tab_cur+=${__ai_tab_line:$((__ai_tab_i += 1)):1} __ai_tab_some=1 ;;
      [\'\"]) __ai_tab_quote=$__ai_tab_char __ai_tab_some=1 ;;
      [[:space:]])
        if [[ -n $__ai_tab_some ]]; then __ai_tab_before+=("$__ai_tab_cur"); fi
        __ai_tab_cur='' __ai_tab_some='' __ai_tab_tilde=''
        ;;
      *)
        if [[ -z $__ai_tab_some && $__ai_tab_char == '~' ]]; then __ai_tab_tilde=1; fi
        __ai_tab_cur+=$__ai_tab_char __ai_tab_some=1
        ;;
    esac
  done
  if ((__ai_tab_start >= ${#__ai_tab_line})); then __ai_tab_kept=${#__ai_tab_cur}; fi
}

# Sets __ai_tab_command. A word that is no command belongs to a run.
__ai_tab_choose() {
  case ${__ai_tab_before[0]-} in
    *ai-sessions) __ai_tab_command=sessions ;;
    *ai-status) __ai_tab_command=status ;;
    *)
      __ai_tab_command=run
      __ai_tab_commands
      for __ai_tab_each in "${__ai_tab_list[@]}"; do
        if [[ ${__ai_tab_before[1]-} == "$__ai_tab_each" ]]; then __ai_tab_command=$__ai_tab_each __ai_tab_at=2; fi
      done
      ;;
  esac
  __ai_tab_flags "$__ai_tab_command"
  __ai_tab_table=("${__ai_tab_list[@]}")
}

# Sets __ai_tab_takes to the kind of value of the flag $1, and __ai_tab_gone to the flags that it excludes; fails for a foreign one.
__ai_tab_look_up() {
  for ((__ai_tab_row = 0; __ai_tab_row < ${#__ai_tab_table[@]}; __ai_tab_row += 3)); do
    if [[ " ${__ai_tab_table[__ai_tab_row]} " == *" $1 "* ]]; then
      __ai_tab_takes=${__ai_tab_table[__ai_tab_row + 1]} __ai_tab_gone=" ${__ai_tab_table[__ai_tab_row + 2]} "
      \builtin return 0
    fi
  done
  __ai_tab_takes='' __ai_tab_gone=''
  \builtin return 1
}

# Goes over the words before the cursor: the flags that were given, the first other word, what the last flag waits for.
__ai_tab_walk() {
  for __ai_tab_each in "${__ai_tab_before[@]:__ai_tab_at}"; do
    if [[ -n $__ai_tab_takes ]]; then
      if [[ $__ai_tab_last == --provider ]]; then __ai_tab_provider=$__ai_tab_each; fi
      __ai_tab_takes='' __ai_tab_last=''
      \builtin continue
    fi
    __ai_tab_last=''
    case $__ai_tab_each in
      --) __ai_tab_rest=1 && \builtin break ;;
      --provider=*) __ai_tab_provider=${__ai_tab_each#*=} __ai_tab_given+='--provider ' ;;
      -*=*) __ai_tab_given+="${__ai_tab_each%%=*} " ;;
      -?*)
        __ai_tab_given+="$__ai_tab_each " __ai_tab_last=$__ai_tab_each
        if __ai_tab_look_up "$__ai_tab_each" && [[ -z $__ai_tab_takes && $__ai_tab_gone == *' --provider '* ]]; then
          __ai_tab_provider=${__ai_tab_each#--}
        fi
        ;;
      *) __ai_tab_words=$((__ai_tab_words + 1)) __ai_tab_word=${__ai_tab_word:-$__ai_tab_each} ;;
    esac
  done
}
