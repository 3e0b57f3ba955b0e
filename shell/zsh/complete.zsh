# The completion of `ai init`: its text is read when TAB is pressed for the first time. Whoever calls the functions that it
# defines has set the options, so they are not defined under options of their own.

function __ai_tab_load {
  \builtin eval "$(\builtin command ai completion zsh 2>/dev/null </dev/null)"
  if \builtin typeset -f __ai_complete >/dev/null; then __ai_complete "$@"; fi
}

# The same where compinit is never called: the shell's older completion, which shows no descriptions.
function __ai_tab_load_plain {
  \builtin emulate -L zsh
  \builtin eval "$(\builtin command ai completion zsh 2>/dev/null </dev/null)"
  if \builtin typeset -f __ai_tab_plain >/dev/null; then __ai_tab_plain "$@"; fi
}

\builtin emulate -R zsh -o no_aliases -o no_xtrace -c '
# compinit forgets what was registered before it, so it is done once more before the first prompt that sees it.
function __ai_tab_register {
  local __ai_status=$?
  if (( $+functions[compdef] )); then
    compdef __ai_tab_load ai airun ai-sessions ai-status
    precmd_functions=(${precmd_functions:#__ai_tab_register})
  fi
  return $__ai_status
}

if [[ -o interactive ]]; then
  if (( $+functions[compdef] )); then
    compdef __ai_tab_load ai airun ai-sessions ai-status
  else
    builtin compctl -K __ai_tab_load_plain + -g "*.md *(-/)" + -f ai airun
    builtin compctl -K __ai_tab_load_plain ai-sessions ai-status
  fi
  precmd_functions=(${precmd_functions:#__ai_tab_register} __ai_tab_register)
fi
'
