# shellcheck shell=bash disable=SC1003,SC2015,SC2034,SC2088,SC2154,SC2206
# What can stand at the cursor, once the line has been read.

# Offers what can stand at the cursor.
__ai_tab_suggest() {
  if [[ $__ai_tab_command == run && -n $__ai_tab_word && -z $__ai_tab_takes && ($__ai_tab_cur == -* || -n $__ai_tab_last) ]]; then
    __ai_tab_add_script
  fi
  case ${__ai_tab_before[${#__ai_tab_before[@]} - 1]} in *['<>']) __ai_tab_takes=any ;; esac
  if [[ -n $__ai_tab_takes ]]; then
    __ai_tab_offer_value
  elif [[ -n $__ai_tab_rest ]]; then
    if [[ $__ai_tab_command == run ]]; then __ai_tab_files any; fi
  elif [[ $__ai_tab_cur == -*=* ]]; then
    __ai_tab_lead=${__ai_tab_cur%%=*}=
    if __ai_tab_look_up "${__ai_tab_lead%=}" && [[ -n $__ai_tab_takes ]]; then __ai_tab_offer_value; fi
  elif [[ $__ai_tab_cur == -* ]]; then
    __ai_tab_offer_flags
  else
    __ai_tab_offer_words
  fi
}

# The variables of the prompt file are flags of the run; one that takes a value is listed with a `=`.
__ai_tab_add_script() {
  __ai_tab_script=$__ai_tab_word
  case $__ai_tab_script in '~/'*) __ai_tab_script=${HOME-}${__ai_tab_script#'~'} ;; esac
  if [[ ! -f $__ai_tab_script || ! -r $__ai_tab_script ]]; then \builtin return 0; fi
  __ai_tab_live script "$__ai_tab_script"
  for __ai_tab_each in ${__ai_tab_list[@]+"${__ai_tab_list[@]}"}; do
    case $__ai_tab_each in
      *=) __ai_tab_table+=("${__ai_tab_each%=}" any '') ;;
      *) __ai_tab_table+=("$__ai_tab_each" '' '') ;;
    esac
  done
  if [[ -n $__ai_tab_last ]]; then __ai_tab_look_up "$__ai_tab_last" || \builtin :; fi
}

# The flags that can still be given, each by its first name; by a second one where no first one begins with what was typed.
__ai_tab_offer_flags() {
  __ai_tab_offer_names first
  if [[ ${#COMPREPLY[@]} -eq 0 ]]; then __ai_tab_offer_names all; fi
}

__ai_tab_offer_names() {
  for ((__ai_tab_row = 0; __ai_tab_row < ${#__ai_tab_table[@]}; __ai_tab_row += 3)); do
    for __ai_tab_each in ${__ai_tab_table[__ai_tab_row]} ${__ai_tab_table[__ai_tab_row + 2]}; do
      if [[ $__ai_tab_given == *" $__ai_tab_each "* ]]; then \builtin continue 2; fi
    done
    __ai_tab_list=(${__ai_tab_table[__ai_tab_row]})
    if [[ $1 == first ]]; then __ai_tab_list=("${__ai_tab_list[0]}"); fi
    __ai_tab_add_all
  done
}

# Commands, actions, files; flags where there is nothing else.
__ai_tab_offer_words() {
  if [[ ${#__ai_tab_before[@]} -eq 1 && $__ai_tab_at -eq 1 && $__ai_tab_command == run ]]; then
    __ai_tab_commands
    for __ai_tab_each in "${__ai_tab_list[@]}"; do
      case ${__ai_tab_before[0]}:$__ai_tab_each in
        *airun:use | *airun:off) \builtin continue ;;
        *:use | *:off) \builtin declare -F ai >/dev/null || \builtin continue ;;
      esac
      __ai_tab_add "$__ai_tab_each"
    done
  fi
  __ai_tab_actions "$__ai_tab_command"
  for ((__ai_tab_row = 0; __ai_tab_row < ${#__ai_tab_list[@]}; __ai_tab_row += 2)); do
    if [[ $__ai_tab_words -eq 0 ]]; then
      __ai_tab_add "${__ai_tab_list[__ai_tab_row]}"
    elif [[ $__ai_tab_words -eq 1 && $__ai_tab_word == "${__ai_tab_list[__ai_tab_row]}" && -n ${__ai_tab_list[__ai_tab_row + 1]} ]]; then
      __ai_tab_takes=${__ai_tab_list[__ai_tab_row + 1]} && __ai_tab_offer_value
    fi
  done
  __ai_tab_operand "$__ai_tab_command"
  if [[ -n ${__ai_tab_list[*]-} && $__ai_tab_words -eq 0 ]]; then
    __ai_tab_takes=${__ai_tab_list[0]} && __ai_tab_offer_value
  elif [[ ${#COMPREPLY[@]} -eq 0 && -z $__ai_tab_cur ]]; then
    __ai_tab_offer_flags
  fi
}

# The values of the kind __ai_tab_takes.
__ai_tab_offer_value() {
  __ai_tab_kind=$__ai_tab_takes
  case $__ai_tab_kind in
    words\ *)
      __ai_tab_list=(${__ai_tab_kind#words })
      __ai_tab_add_all
      ;;
    any | file | prompt-file) __ai_tab_files "$__ai_tab_kind" ;;
    providers)
      case ${__ai_tab_cur#"$__ai_tab_lead"} in *,*) __ai_tab_lead=${__ai_tab_cur%,*}, ;; esac
      __ai_tab_kind=provider __ai_tab_suffix='' __ai_tab_listed=,$__ai_tab_cur
      __ai_tab_offer_named
      ;;
    *) __ai_tab_offer_named ;;
  esac
}

# What is known beforehand, then what this machine has.
__ai_tab_offer_named() {
  __ai_tab_known "$__ai_tab_kind"
  __ai_tab_add_all
  case $__ai_tab_kind in
    model) __ai_tab_live model "$__ai_tab_provider" && __ai_tab_add_all ;;
    tool | region) ;;
    *) __ai_tab_live "$__ai_tab_kind" && __ai_tab_add_all ;;
  esac
}
