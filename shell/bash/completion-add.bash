# shellcheck shell=bash disable=SC1003,SC2015,SC2034,SC2088,SC2154,SC2206
# How candidates reach readline. All are quoted here and none by readline, which could do so only from bash 4 on.

# Adds the word $1, if what has been typed is its beginning. The part that readline keeps is left out.
__ai_tab_add() {
  \builtin local __ai_tab_new="$__ai_tab_lead$1" __ai_tab_front=''
  if [[ $__ai_tab_new != "$__ai_tab_cur"* || $__ai_tab_listed == *",$1,"* ]]; then \builtin return 0; fi
  __ai_tab_new=${__ai_tab_new:__ai_tab_kept}
  if [[ $__ai_tab_quote == '"' ]]; then
    __ai_tab_new="${__ai_tab_new//\\/\\\\}" && __ai_tab_new=${__ai_tab_new//\"/\\\"}
    __ai_tab_new="${__ai_tab_new//\$/\\\$}" && __ai_tab_new=${__ai_tab_new//\`/\\\`}
  elif [[ $__ai_tab_quote == \' ]]; then
    __ai_tab_new=${__ai_tab_new//\'/$__ai_tab_closed}
  else
    if [[ -n $__ai_tab_tilde && $__ai_tab_kept -eq 0 && $__ai_tab_new == '~/'* ]]; then __ai_tab_front='~/' __ai_tab_new=${__ai_tab_new:2}; fi
    case $__ai_tab_new in
      *[!a-zA-Z0-9_./:=@%+,-]*) \builtin printf -v __ai_tab_new %q "$__ai_tab_new" ;;
    esac
    if [[ $__ai_tab_new != */ ]]; then __ai_tab_new+=$__ai_tab_suffix; fi
  fi
  COMPREPLY+=("$__ai_tab_front$__ai_tab_new")
}

__ai_tab_add_all() {
  for __ai_tab_each in ${__ai_tab_list[@]+"${__ai_tab_list[@]}"}; do __ai_tab_add "$__ai_tab_each"; done
}

# Sets __ai_tab_list to the candidates of the kind $1 for the word $2, as the program knows them. It answers within 200 ms.
__ai_tab_live() {
  \builtin local __ai_tab_answer
  __ai_tab_list=()
  __ai_tab_answer=$(\builtin command ai completion values "$1" "${2-}" </dev/null 2>/dev/null)
  while [[ -n $__ai_tab_answer ]]; do
    __ai_tab_line=${__ai_tab_answer%%$'\n'*}
    if [[ $__ai_tab_line == "$__ai_tab_answer" ]]; then __ai_tab_answer=''; else __ai_tab_answer=${__ai_tab_answer#*$'\n'}; fi
    __ai_tab_line=${__ai_tab_line%%$'\t'*}
    if [[ -n $__ai_tab_line ]]; then __ai_tab_list+=("$__ai_tab_line"); fi
  done
}

# Adds the folders and files that what was typed is the beginning of; of the kind `prompt-file` only those that are meant to
# be run. They are looked for in a subshell: the options that decide on names there are none of the user's.
__ai_tab_files() {
  \builtin local __ai_tab_base="${__ai_tab_cur#"$__ai_tab_lead"}" __ai_tab_home=''
  if [[ -n $__ai_tab_tilde && $__ai_tab_base == '~/'* && -n ${HOME-} ]]; then
    __ai_tab_home=$HOME __ai_tab_base=$HOME${__ai_tab_base#'~'}
  fi
  __ai_tab_line=$(__ai_tab_print_files "$1" 2>/dev/null)
  # The shell's own quoting, by printf %q.
  \builtin eval "__ai_tab_list=($__ai_tab_line)"
  for __ai_tab_each in ${__ai_tab_list[@]+"${__ai_tab_list[@]}"}; do
    if [[ -n $__ai_tab_home ]]; then __ai_tab_each='~'${__ai_tab_each#"$__ai_tab_home"}; fi
    __ai_tab_add "$__ai_tab_each"
  done
}

__ai_tab_print_files() {
  \builtin set +efuETx
  \builtin shopt -u failglob nocaseglob dotglob
  \builtin shopt -s nullglob
  GLOBIGNORE=''
  for __ai_tab_each in "$__ai_tab_base"*; do
    if [[ -d $__ai_tab_each ]]; then
      \builtin printf '%q ' "$__ai_tab_each/"
    elif [[ $1 != prompt-file ]] || __ai_tab_is_prompt "$__ai_tab_each"; then
      \builtin printf '%q ' "$__ai_tab_each"
    fi
  done
}

# Is it a prompt by its name, or a program that this one runs by its first line?
__ai_tab_is_prompt() {
  case $1 in
    *.md | *.prompt) [[ -f $1 ]] ;;
    *)
      [[ -f $1 && -x $1 && -r $1 ]] && \builtin read -r -n 200 __ai_tab_line <"$1"
      case $__ai_tab_line in '#!'*[/\ ]ai | '#!'*[/\ ]ai\ * | '#!'*[/\ ]airun | '#!'*[/\ ]airun\ *) ;; *) \builtin return 1 ;; esac
      ;;
  esac
}
