# What `ai init zsh --prompt` prints besides: the segment in front of PROMPT, whoever else draws the prompt.

# With the options of the user, which say how PROMPT is read: it gets the value itself only where zsh would not expand a
# reference to it. Empty lines at the beginning of a prompt stay where they are. The status stays as it is.
function __ai_precmd {
  \builtin set -- "$?" ""
  __ai_prompt
  # What was loaded after our line may build PROMPT after us. Once: two that both want to be last would never agree.
  if [[ -z "${__ai_last-}" ]]; then
    __ai_last=1
    precmd_functions=("${(@)precmd_functions[@]:#__ai_precmd}" __ai_precmd)
  fi
  if [[ -o prompt_bang && "$AI_PROMPT" != "${__ai_banged-}" ]]; then
    AI_PROMPT="${AI_PROMPT//\!/!!}"
    __ai_banged="$AI_PROMPT"
  fi
  PROMPT="${PROMPT-}"
  PROMPT="${PROMPT/"${__ai_front-}"/}"
  if [[ -o prompt_subst ]]; then __ai_front='${AI_PROMPT-}'; else __ai_front="$AI_PROMPT"; fi
  while [[ "$PROMPT" == $'\n'* ]]; do
    \builtin set -- "$1" "$2"$'\n'
    PROMPT="${PROMPT#?}"
  done
  PROMPT="$2$__ai_front$PROMPT"
  \builtin return "$1"
}

# Last, after what may have built PROMPT.
\builtin emulate -R zsh -o no_aliases -o no_xtrace -c '
builtin typeset -ga precmd_functions
if [[ -z ${precmd_functions[(r)__ai_precmd]} ]]; then precmd_functions+=(__ai_precmd); fi
'
