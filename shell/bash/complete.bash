# shellcheck shell=bash
# The completion of `ai init`: its text is read when TAB is pressed for the first time.

__ai_tab_load() {
  \builtin local __ai_tab_text
  if __ai_tab_text=$(\builtin command ai completion bash 2>/dev/null </dev/null); then
    \builtin eval "$__ai_tab_text"
    if \builtin declare -F __ai_complete >/dev/null; then __ai_complete "$@"; fi
  fi
}
\builtin export -nf __ai_tab_load
case $- in *i*) \builtin complete -o nospace -F __ai_tab_load ai airun ai-sessions ai-status ;; esac
