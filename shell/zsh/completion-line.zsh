# The completion of zsh 5.8 and later, without its data: `__ai_tab_flags`, `__ai_tab_actions`, `__ai_tab_operand`,
# `__ai_tab_known` and `__ai_tab_commands` follow in the generated file. Flags and files need no program.
#
# Each function sees the variables of its caller, and the options are those that the completion system sets.

# Called by the completion system, which provides words, CURRENT and PREFIX.
__ai_complete() {
  local -a __ai_tab_table __ai_tab_list __ai_tab_values __ai_tab_texts
  local -A __ai_tab_given
  local __ai_tab_cur=${(Q)PREFIX} __ai_tab_command __ai_tab_last __ai_tab_takes __ai_tab_gone __ai_tab_each
  local __ai_tab_word __ai_tab_provider __ai_tab_rest __ai_tab_row __ai_tab_kind __ai_tab_listed __ai_tab_lead
  integer __ai_tab_at=2 __ai_tab_words=0 __ai_tab_found=1
  __ai_tab_choose
  __ai_tab_walk
  __ai_tab_suggest
  return __ai_tab_found
}

# Sets __ai_tab_command. A word that is no command belongs to a run.
__ai_tab_choose() {
  case ${words[1]-} in
    *ai-sessions) __ai_tab_command=sessions ;;
    *ai-status) __ai_tab_command=status ;;
    *)
      __ai_tab_command=run
      __ai_tab_commands
      for __ai_tab_each __ai_tab_row in "${__ai_tab_list[@]}"; do
        if [[ $CURRENT -gt 2 && ${(Q)words[2]} == "$__ai_tab_each" ]]; then
          __ai_tab_command=$__ai_tab_each __ai_tab_at=3
        fi
      done
      ;;
  esac
  __ai_tab_flags $__ai_tab_command
  __ai_tab_table=("${__ai_tab_list[@]}")
}

# Sets __ai_tab_takes to the kind of value of the flag $1, and __ai_tab_gone to the flags that it excludes; fails for a
# foreign one.
__ai_tab_look_up() {
  for ((__ai_tab_row = 1; __ai_tab_row <= $#__ai_tab_table; __ai_tab_row += 5)); do
    if [[ " ${__ai_tab_table[__ai_tab_row]} " == *" $1 "* ]]; then
      __ai_tab_takes=${__ai_tab_table[__ai_tab_row + 1]} __ai_tab_gone=" ${__ai_tab_table[__ai_tab_row + 2]} "
      return 0
    fi
  done
  __ai_tab_takes= __ai_tab_gone=
  return 1
}

# Goes over the words before the cursor: the flags that were given, the first other word, what the last flag waits for.
__ai_tab_walk() {
  for __ai_tab_each in "${(@Q)words[__ai_tab_at,CURRENT - 1]}"; do
    if [[ -n $__ai_tab_takes ]]; then
      if [[ $__ai_tab_last == --provider ]]; then __ai_tab_provider=$__ai_tab_each; fi
      __ai_tab_takes= __ai_tab_last=
      continue
    fi
    __ai_tab_last=
    case $__ai_tab_each in
      --) __ai_tab_rest=1 && break ;;
      --provider=*) __ai_tab_provider=${__ai_tab_each#*=} __ai_tab_given[--provider]=1 ;;
      -*=*) __ai_tab_given[${__ai_tab_each%%=*}]=1 ;;
      -?*)
        __ai_tab_given[$__ai_tab_each]=1 __ai_tab_last=$__ai_tab_each
        if __ai_tab_look_up $__ai_tab_each && [[ -z $__ai_tab_takes && $__ai_tab_gone == *' --provider '* ]]; then
          __ai_tab_provider=${__ai_tab_each#--}
        fi
        ;;
      *) __ai_tab_words+=1 __ai_tab_word=${__ai_tab_word:-$__ai_tab_each} ;;
    esac
  done
}
