# bash completion of ai, airun, ai-sessions and ai-status: written by scripts/completions.mjs.
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

# The flags of a command: spellings, the kind of the value, the flags that it excludes.
__ai_tab_flags() {
  __ai_tab_list=()
  case $1 in
    env)
      __ai_tab_list=(
        --aws '' '--vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --unset'
        --vertex '' '--aws --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --unset'
        --apikey '' '--aws --vertex --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --unset'
        --azure '' '--aws --vertex --apikey --vercel --pro --ollama --ol --lmstudio --lm --provider --unset'
        --vercel '' '--aws --vertex --apikey --azure --pro --ollama --ol --lmstudio --lm --provider --unset'
        --pro '' '--aws --vertex --apikey --azure --vercel --ollama --ol --lmstudio --lm --provider --unset'
        '--ollama --ol' '' '--aws --vertex --apikey --azure --vercel --pro --lmstudio --lm --provider --unset'
        '--lmstudio --lm' '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --provider --unset'
        --provider provider '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --unset'
        --profile profile --unset
        --region region --unset
        --aws-profile aws-profile --unset
        '--fable --best' '' '--opus --high --sonnet --mid --haiku --low --model --unset'
        '--opus --high' '' '--fable --best --sonnet --mid --haiku --low --model --unset'
        '--sonnet --mid' '' '--fable --best --opus --high --haiku --low --model --unset'
        '--haiku --low' '' '--fable --best --opus --high --sonnet --mid --model --unset'
        --model model '--fable --best --opus --high --sonnet --mid --haiku --low --unset'
        --effort 'words low medium high max' --unset
        --tool 'words cc codex' '--cc --codex --unset'
        --cc '' '--tool --codex --unset'
        --codex '' '--tool --cc --unset'
        '--team --teams' '' --unset
        --pick '' --unset
        --dry-run '' --unset
        --json '' --unset
        --unset '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --profile --region --aws-profile --fable --best --opus --high --sonnet --mid --haiku --low --model --effort --tool --cc --codex --team --teams --pick --dry-run --json'
        --shell 'words bash zsh fish sh' ''
        '--quiet -q' '' ''
        '--help -h' '' ''
      )
      ;;
    use)
      __ai_tab_list=(
        --aws '' '--vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider'
        --vertex '' '--aws --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider'
        --apikey '' '--aws --vertex --azure --vercel --pro --ollama --ol --lmstudio --lm --provider'
        --azure '' '--aws --vertex --apikey --vercel --pro --ollama --ol --lmstudio --lm --provider'
        --vercel '' '--aws --vertex --apikey --azure --pro --ollama --ol --lmstudio --lm --provider'
        --pro '' '--aws --vertex --apikey --azure --vercel --ollama --ol --lmstudio --lm --provider'
        '--ollama --ol' '' '--aws --vertex --apikey --azure --vercel --pro --lmstudio --lm --provider'
        '--lmstudio --lm' '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --provider'
        --provider provider '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm'
        --profile profile ''
        --region region ''
        --aws-profile aws-profile ''
        '--fable --best' '' '--opus --high --sonnet --mid --haiku --low --model'
        '--opus --high' '' '--fable --best --sonnet --mid --haiku --low --model'
        '--sonnet --mid' '' '--fable --best --opus --high --haiku --low --model'
        '--haiku --low' '' '--fable --best --opus --high --sonnet --mid --model'
        --model model '--fable --best --opus --high --sonnet --mid --haiku --low'
        --effort 'words low medium high max' ''
        --tool 'words cc codex' '--cc --codex'
        --cc '' '--tool --codex'
        --codex '' '--tool --cc'
        '--team --teams' '' ''
        --pick '' ''
        --dry-run '' ''
        --json '' ''
        '--quiet -q' '' ''
        '--help -h' '' ''
      )
      ;;
    off)
      __ai_tab_list=(
        '--help -h' '' ''
      )
      ;;
    init)
      __ai_tab_list=(
        --prompt '' ''
        '--help -h' '' ''
      )
      ;;
    run)
      __ai_tab_list=(
        --aws '' '--vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider'
        --vertex '' '--aws --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider'
        --apikey '' '--aws --vertex --azure --vercel --pro --ollama --ol --lmstudio --lm --provider'
        --azure '' '--aws --vertex --apikey --vercel --pro --ollama --ol --lmstudio --lm --provider'
        --vercel '' '--aws --vertex --apikey --azure --pro --ollama --ol --lmstudio --lm --provider'
        --pro '' '--aws --vertex --apikey --azure --vercel --ollama --ol --lmstudio --lm --provider'
        '--ollama --ol' '' '--aws --vertex --apikey --azure --vercel --pro --lmstudio --lm --provider'
        '--lmstudio --lm' '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --provider'
        --provider provider '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm'
        --profile profile ''
        --region region ''
        --aws-profile aws-profile ''
        '--fable --best' '' '--opus --high --sonnet --mid --haiku --low --model'
        '--opus --high' '' '--fable --best --sonnet --mid --haiku --low --model'
        '--sonnet --mid' '' '--fable --best --opus --high --haiku --low --model'
        '--haiku --low' '' '--fable --best --opus --high --sonnet --mid --model'
        --model model '--fable --best --opus --high --sonnet --mid --haiku --low'
        --effort 'words low medium high max' ''
        --tool 'words cc codex' '--cc --codex'
        --cc '' '--tool --codex'
        --codex '' '--tool --cc'
        '--team --teams' '' ''
        --skip '' '--bypass --auto'
        --bypass '' '--skip --auto'
        --auto '' '--skip --bypass'
        --live '' ''
        '--quiet -q' '' ''
        --stdin-position 'words prepend append' ''
        --fallback providers ''
        --teammate-mode 'words auto in-process tmux iterm2' ''
        --set-default '' '--clear-default --dry-run'
        --clear-default '' '--set-default --dry-run'
        --dry-run '' '--set-default --clear-default'
        '--help -h' '' ''
        --version '' ''
      )
      ;;
    sessions)
      __ai_tab_list=(
        --json '' '--quiet -q --watch'
        --long '' '--quiet -q'
        '--quiet -q' '' '--json --long --all'
        --all '' '--quiet -q'
        --provider provider ''
        --tool tool ''
        --watch any --json
        '--help -h' '' ''
      )
      ;;
    status)
      __ai_tab_list=(
        --json '' ''
        --online '' ''
        '--help -h' '' ''
      )
      ;;
    trust)
      __ai_tab_list=(
        --show '' '--ignore --revoke --list'
        --ignore '' '--show --revoke --list'
        --revoke '' '--show --ignore --list'
        --list '' '--show --ignore --revoke'
        --json '' ''
        '--help -h' '' ''
      )
      ;;
    providers)
      __ai_tab_list=(
        --long '' ''
        --json '' ''
        --tool 'words cc codex' ''
        --online '' ''
        '--help -h' '' ''
      )
      ;;
    models)
      __ai_tab_list=(
        --provider provider ''
        --tool 'words cc codex' ''
        --json '' ''
        --online '' ''
        '--help -h' '' ''
      )
      ;;
    doctor)
      __ai_tab_list=(
        --json '' ''
        '--help -h' '' ''
      )
      ;;
    config)
      __ai_tab_list=(
        --json '' ''
        --dry-run '' ''
        --replace '' ''
        '--help -h' '' ''
      )
      ;;
    update)
      __ai_tab_list=(
        --check '' ''
        --dry-run '' ''
        '--help -h' '' ''
      )
      ;;
    prompt)
      __ai_tab_list=(
        --shell 'words plain bash zsh fish tmux json' ''
        --tty any ''
        --json '' ''
        '--help -h' '' ''
      )
      ;;
    statusline)
      __ai_tab_list=(
        --print-settings '' ''
        '--help -h' '' ''
      )
      ;;
    completion)
      __ai_tab_list=(
        '--help -h' '' ''
      )
      ;;
  esac
}

# The words of a command beside its flags, each with the kind of the word behind it.
__ai_tab_actions() {
  __ai_tab_list=()
  case $1 in
    init)
      __ai_tab_list=(
        bash ''
        zsh ''
        fish ''
      )
      ;;
    config)
      __ai_tab_list=(
        path ''
        show ''
        get config-key
        validate file
        import file
      )
      ;;
    completion)
      __ai_tab_list=(
        bash ''
        zsh ''
        fish ''
      )
      ;;
  esac
}

# The kind of the words of a command that has no such words.
__ai_tab_operand() {
  __ai_tab_list=()
  case $1 in
    run)
      __ai_tab_list=(
        prompt-file
      )
      ;;
    sessions)
      __ai_tab_list=(
        session
      )
      ;;
    trust)
      __ai_tab_list=(
        file
      )
      ;;
  esac
}

# The values that are known beforehand.
__ai_tab_known() {
  __ai_tab_list=()
  case $1 in
    provider)
      __ai_tab_list=(
        aws vertex apikey azure vercel pro ollama lmstudio
      )
      ;;
    providers)
      __ai_tab_list=(
        aws vertex apikey azure vercel pro ollama lmstudio
      )
      ;;
    region)
      __ai_tab_list=(
        us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 us-gov-east-1 us-gov-west-1 global us-central1 us-east5 europe-west1 europe-west4 asia-east1 asia-southeast1
      )
      ;;
    tool)
      __ai_tab_list=(
        cc codex
      )
      ;;
  esac
}

__ai_tab_commands() { __ai_tab_list=(env use off init run sessions status trust providers models doctor config update prompt statusline completion); }

# Under allexport the functions would be on their way to every child.
\builtin export -nf __ai_tab_flags __ai_tab_actions __ai_tab_operand __ai_tab_known __ai_tab_commands __ai_tab_add __ai_tab_add_all __ai_tab_live __ai_tab_files __ai_tab_print_files __ai_tab_is_prompt __ai_complete __ai_tab_tokens __ai_tab_choose __ai_tab_look_up __ai_tab_walk __ai_tab_suggest __ai_tab_add_script __ai_tab_offer_flags __ai_tab_offer_names __ai_tab_offer_words __ai_tab_offer_value __ai_tab_offer_named
\builtin complete -o nospace -F __ai_complete ai airun ai-sessions ai-status
