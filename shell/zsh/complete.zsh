# The completion of `ai init`: its text is read when TAB is pressed for the first time, and brings these functions anew. The
# completion system sets the options of whatever it calls, so they are not defined with options of their own: any can parse
# them.

function __ai_complete {
  # Should the text not come, nothing is offered.
  function __ai_complete {
    \builtin return 1
  }
  \builtin eval "$(\builtin command ai completion zsh 2>/dev/null </dev/null)"
  __ai_complete "$@"
}

# The same where compinit is never called: the shell's older completion, which shows no descriptions.
function __ai_tab_plain {
  function __ai_tab_plain {
    \builtin :
  }
  \builtin eval "$(\builtin command ai completion zsh 2>/dev/null </dev/null)"
  __ai_tab_plain "$@"
}

\builtin emulate -R zsh -o no_aliases -o no_xtrace -c '
# compinit forgets what was registered before it, so that is done again before the first prompt that sees compinit.
function __ai_tab_register {
  local __ai_status=$?
  if (( $+functions[compdef] )); then
    compdef __ai_complete ai airun ai-sessions ai-status
    precmd_functions=(${precmd_functions:#__ai_tab_register})
  fi
  return $__ai_status
}

if [[ -o interactive ]]; then
  # zsh 5.9 finds no command with a dash in its name this way.
  builtin compctl -K __ai_tab_plain + -g "*.md *(-/)" + -f ai airun
  if (( $+functions[compdef] )); then compdef __ai_complete ai airun ai-sessions ai-status; fi
  precmd_functions=(${precmd_functions:#__ai_tab_register} __ai_tab_register)
fi
'
