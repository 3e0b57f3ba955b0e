# What can stand at the cursor, once the line has been read.

__ai_tab_suggest() {
  if [[ $__ai_tab_command == run && -n $__ai_tab_word && -z $__ai_tab_takes ]] &&
    [[ $__ai_tab_cur == -* || -n $__ai_tab_last ]]; then
    __ai_tab_add_script
  fi
  if [[ -n $__ai_tab_takes ]]; then
    __ai_tab_offer_value
  elif [[ -n $__ai_tab_rest ]]; then
    if [[ $__ai_tab_command == run ]]; then __ai_tab_files any; fi
  elif [[ $__ai_tab_cur == -*=* ]]; then
    __ai_tab_lead=${__ai_tab_cur%%=*}=
    if (( $+compstate )); then compset -P '*='; fi
    if __ai_tab_look_up ${__ai_tab_lead%=} && [[ -n $__ai_tab_takes ]]; then __ai_tab_offer_value; fi
  elif [[ $__ai_tab_cur == -* ]]; then
    __ai_tab_offer_flags
  else
    __ai_tab_offer_words
  fi
}

# The variables of the prompt file are flags of the run; one that takes a value is listed with a `=`.
__ai_tab_add_script() {
  local __ai_tab_script=${__ai_tab_word/#\~\//$HOME/}
  if [[ ! -f $__ai_tab_script || ! -r $__ai_tab_script ]]; then return; fi
  local -a __ai_tab_own
  __ai_tab_values=() __ai_tab_texts=()
  __ai_tab_live script $__ai_tab_script
  for ((__ai_tab_row = 1; __ai_tab_row <= $#__ai_tab_values; __ai_tab_row++)); do
    case ${__ai_tab_values[__ai_tab_row]} in
      *=) __ai_tab_own+=("${__ai_tab_values[__ai_tab_row]%=}" any '') ;;
      *) __ai_tab_own+=("${__ai_tab_values[__ai_tab_row]}" '' '') ;;
    esac
    __ai_tab_own+=(Variables "${__ai_tab_texts[__ai_tab_row]}")
  done
  # A flag of ours wins over a variable of the same name, as it does in a run.
  __ai_tab_table=("${__ai_tab_own[@]}" "${__ai_tab_table[@]}")
  if [[ -n $__ai_tab_last ]]; then __ai_tab_look_up $__ai_tab_last; fi
}

# The flags that can still be given. Second names are offered where no first one begins with what was typed. Each group of flags
# has columns of its own, so it is only one where the user has groups shown.
__ai_tab_offer_flags() {
  local __ai_tab_group __ai_tab_all= __ai_tab_other=1
  local -aU __ai_tab_groups
  for ((__ai_tab_row = 1; __ai_tab_row <= $#__ai_tab_table; __ai_tab_row += 5)); do
    if [[ ${__ai_tab_table[__ai_tab_row]} == "$__ai_tab_cur"* ]]; then __ai_tab_other=; fi
    __ai_tab_groups+=("${__ai_tab_table[__ai_tab_row + 3]}")
  done
  zstyle -s ":completion:${curcontext-}:flags" group-name __ai_tab_group 2>/dev/null || __ai_tab_all=1 __ai_tab_groups=(Flags)
  for __ai_tab_group in "${__ai_tab_groups[@]}"; do
    __ai_tab_values=() __ai_tab_texts=()
    for ((__ai_tab_row = 1; __ai_tab_row <= $#__ai_tab_table; __ai_tab_row += 5)); do
      if [[ -n $__ai_tab_all || ${__ai_tab_table[__ai_tab_row + 3]} == "$__ai_tab_group" ]]; then __ai_tab_offer_flag; fi
    done
    __ai_tab_offer ${(L)__ai_tab_group}-flags $__ai_tab_group
  done
}

# Adds the flag of __ai_tab_row to the values, unless it or one that excludes it was given.
__ai_tab_offer_flag() {
  local -a __ai_tab_names=(${=__ai_tab_table[__ai_tab_row]})
  for __ai_tab_each in $__ai_tab_names ${=__ai_tab_table[__ai_tab_row + 2]}; do
    if [[ -n ${__ai_tab_given[$__ai_tab_each]-} ]]; then return; fi
  done
  if [[ -z $__ai_tab_other ]]; then __ai_tab_names=($__ai_tab_names[1]); fi
  for __ai_tab_each in $__ai_tab_names; do
    __ai_tab_values+=($__ai_tab_each)
    __ai_tab_texts+=("${__ai_tab_table[__ai_tab_row + 4]}")
  done
}

# Commands, actions, files; flags where there is nothing else.
__ai_tab_offer_words() {
  __ai_tab_values=() __ai_tab_texts=()
  if [[ $CURRENT -eq 2 && $__ai_tab_command == run ]]; then
    __ai_tab_commands
    for __ai_tab_each __ai_tab_row in "${__ai_tab_list[@]}"; do
      case $words[1]:$__ai_tab_each in
        *airun:use | *airun:off) continue ;;
        *:use | *:off) (( $+functions[ai] )) || continue ;;
      esac
      __ai_tab_values+=($__ai_tab_each) __ai_tab_texts+=("$__ai_tab_row")
    done
    __ai_tab_offer commands command
  fi
  __ai_tab_values=() __ai_tab_texts=()
  __ai_tab_actions $__ai_tab_command
  for __ai_tab_each __ai_tab_kind __ai_tab_row in "${__ai_tab_list[@]}"; do
    if (( ! __ai_tab_words )); then
      __ai_tab_values+=($__ai_tab_each) __ai_tab_texts+=("$__ai_tab_row")
    elif [[ $__ai_tab_words -eq 1 && $__ai_tab_word == "$__ai_tab_each" ]]; then
      __ai_tab_takes=$__ai_tab_kind
    fi
  done
  __ai_tab_offer words word
  __ai_tab_operand $__ai_tab_command
  if (( $#__ai_tab_list && ! __ai_tab_words )); then __ai_tab_takes=$__ai_tab_list[1]; fi
  if [[ -n $__ai_tab_takes ]]; then
    __ai_tab_offer_value
  elif [[ $__ai_tab_found -ne 0 && -z $__ai_tab_cur ]]; then
    __ai_tab_offer_flags
  fi
}

# The values of the kind __ai_tab_takes.
__ai_tab_offer_value() {
  __ai_tab_values=() __ai_tab_texts=()
  case $__ai_tab_takes in
    words\ *)
      __ai_tab_values=(${=__ai_tab_takes#words })
      __ai_tab_offer values value
      ;;
    any | file | prompt-file) __ai_tab_files $__ai_tab_takes ;;
    providers)
      __ai_tab_listed=,$__ai_tab_cur
      if [[ $__ai_tab_cur == *,* ]]; then __ai_tab_lead=${__ai_tab_cur%,*},; fi
      if (( $+compstate )); then compset -P '*,'; fi
      __ai_tab_named provider
      __ai_tab_offer providers provider -q -S ,
      ;;
    *)
      __ai_tab_named $__ai_tab_takes
      __ai_tab_offer ${__ai_tab_takes}s ${__ai_tab_takes//-/ }
      ;;
  esac
}
