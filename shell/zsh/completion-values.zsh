# How values are found, and how they reach the completion system.

# Offers __ai_tab_values with __ai_tab_texts under the tag $1 and the heading $2; the rest is for compadd.
__ai_tab_offer() {
  local -a __ai_tab_items
  integer __ai_tab_i
  for ((__ai_tab_i = 1; __ai_tab_i <= $#__ai_tab_values; __ai_tab_i++)); do
    if [[ $__ai_tab_listed == *,"${__ai_tab_values[__ai_tab_i]}",* ]]; then continue; fi
    __ai_tab_each=${__ai_tab_values[__ai_tab_i]//\\/\\\\}
    __ai_tab_items+=("${__ai_tab_each//:/\\:}${__ai_tab_texts[__ai_tab_i]:+:${__ai_tab_texts[__ai_tab_i]}}")
  done
  if (( ! $+compstate )); then
    for __ai_tab_each in "${__ai_tab_values[@]}"; do
      if [[ $__ai_tab_listed != *,"$__ai_tab_each",* ]]; then reply+=("$__ai_tab_lead$__ai_tab_each"); fi
    done
    return
  fi
  if (( $#__ai_tab_items )) && _describe -t $1 $2 __ai_tab_items "${@[3,-1]}"; then __ai_tab_found=0; fi
}

# Sets the values of the kind $1: what is known beforehand, then what this machine has.
__ai_tab_named() {
  __ai_tab_known $1
  local __ai_tab_text
  for __ai_tab_each __ai_tab_text in "${__ai_tab_list[@]}"; do
    __ai_tab_values+=("$__ai_tab_each") __ai_tab_texts+=("$__ai_tab_text")
  done
  case $1 in
    tool | region) ;;
    model) __ai_tab_live model $__ai_tab_provider ;;
    *) __ai_tab_live $1 ;;
  esac
}

# Adds the candidates of the kind $1 for the word $2, as the program knows them. It answers within 200 ms.
__ai_tab_live() {
  for __ai_tab_each in "${(@f)$(builtin command ai completion values $1 "${2-}" </dev/null 2>/dev/null)}"; do
    if [[ -z $__ai_tab_each ]]; then continue; fi
    __ai_tab_values+=("${__ai_tab_each%%$'\t'*}")
    __ai_tab_texts+=("${__ai_tab_each#*$'\t'}")
  done
}

# Offers files; of the kind `prompt-file` those that are meant to be run, or any where there are none of these.
__ai_tab_files() {
  if (( ! $+compstate )); then return; fi
  if [[ $1 == prompt-file ]]; then
    _files -g '*.(md|prompt)(-.) *(-.x+__ai_tab_is_prompt)' && __ai_tab_found=0
  else
    _files && __ai_tab_found=0
  fi
}

# Does the first line of the program REPLY run this one?
__ai_tab_is_prompt() {
  local __ai_tab_line
  [[ -r $REPLY ]] && read -r -k 200 -u 0 __ai_tab_line <$REPLY
  case ${__ai_tab_line%%$'\n'*} in
    '#!'*[/\ ]ai | '#!'*[/\ ]ai\ * | '#!'*[/\ ]airun | '#!'*[/\ ]airun\ *) return 0 ;;
  esac
  return 1
}

# Called by `compctl -K` with the word before the cursor: sets reply. That the files are is said beside it.
__ai_tab_plain() {
  emulate -L zsh
  local -a words
  local PREFIX=$1
  integer CURRENT
  builtin read -Ac words
  builtin read -nc CURRENT
  reply=()
  __ai_complete
}
