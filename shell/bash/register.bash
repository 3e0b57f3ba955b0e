# shellcheck shell=bash
\builtin complete -o nospace -F __ai_complete ai airun ai-sessions ai-status
