# As an autoloaded function, `_ai`, this text is the body of its first call; evaluated, it registers itself.
if [[ "${funcstack[1]-}" == _ai ]]; then
  __ai_complete "$@"
elif \builtin typeset -f compdef >/dev/null; then
  compdef __ai_complete ai airun ai-sessions ai-status
fi
