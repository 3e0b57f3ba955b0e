# shellcheck shell=bash
# The completion of `ai init`: its text is read when TAB is pressed for the first time, and brings this function anew.
__ai_complete() {
  \builtin local __ai_tab_text
  # Should the text not come, nothing is offered.
  __ai_complete() { COMPREPLY=(); }
  if __ai_tab_text=$(\builtin command ai completion bash 2>/dev/null </dev/null); then
    \builtin eval "$__ai_tab_text"
  fi
  __ai_complete "$@"
}
\builtin export -nf __ai_complete
\builtin complete -o nospace -F __ai_complete ai airun ai-sessions ai-status
