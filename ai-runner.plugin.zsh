# For plugin managers of zsh (oh-my-zsh, antigen, zinit, …): what `eval "$(ai init zsh)"` does in ~/.zshrc. It is the
# installed command that is asked, so that it and its integration are of one version.
# AI_RUNNER_PROMPT=1 before it is loaded also puts the session in front of the prompt.
if builtin whence -p ai >/dev/null; then
  () {
    local __ai_code
    __ai_code="$(command ai init zsh ${AI_RUNNER_PROMPT:+--prompt} 2>/dev/null)" || return 0
    # There are other programs of that name.
    if [[ "$__ai_code" == *__ai_prompt* ]]; then builtin eval "$__ai_code"; fi
  }
elif [[ -o interactive ]]; then
  print -ru2 -- 'ai-runner: the command "ai" is not on PATH: npm install -g ai-runner'
fi
