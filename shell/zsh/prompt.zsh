# What `ai init zsh --prompt` prints besides: the segment in front of PROMPT, whoever else draws the prompt.

# With the options of the user, which say how PROMPT is read: it gets the value itself only where zsh would not expand a
# reference to it. Empty lines at the beginning of a prompt stay where they are. The status stays as it is.
function __ai_precmd {
  \builtin set -- "$?"
  # Mostly nothing has changed since the last prompt, be it PROMPT, how it is read, or the segment.
  if [[ -n "${__ai_placed-}" && "${PROMPT-}" == "${__ai_whole-}" && -o "${__ai_reading:-prompt_bang}" && -o no_prompt_bang ]]; then
    if [[ -z "${AI_SESSION_ID-}${AI_PROMPT-}" ]]; then \builtin return "$1"; fi
    if [[ "${__ai_drawn-}" == "${AI_SESSION_ID-} ${AI_SESSION_MODEL-} ${TERM-} ${NO_COLOR-}" && -f "${__ai_path-}" ]]; then
      \builtin return "$1"
    fi
  fi
  __ai_prompt
  if [[ -z "${__ai_placed-}" ]] && __ai_place; then \builtin return "$1"; fi
  if [[ -o prompt_bang && "$AI_PROMPT" != "${__ai_banged-}" ]]; then
    AI_PROMPT="${AI_PROMPT//\!/!!}"
    __ai_banged="$AI_PROMPT"
  fi
  \builtin typeset -g __ai_reading=no_prompt_subst __ai_whole="${PROMPT-}"
  \builtin set -- "$1" "$AI_PROMPT" ""
  if [[ -o prompt_subst ]]; then
    \builtin typeset -g __ai_reading=prompt_subst
    \builtin set -- "$1" '${AI_PROMPT-}' ""
  fi
  if [[ "${__ai_front-}" == "$2" && "${PROMPT-}" == "$2"* ]]; then \builtin return "$1"; fi
  PROMPT="${PROMPT-}"
  PROMPT="${PROMPT/"${__ai_front-}"/}"
  while [[ "$PROMPT" == $'\n'* ]]; do
    \builtin set -- "$1" "$2" "$3"$'\n'
    PROMPT="${PROMPT#?}"
  done
  \builtin typeset -g __ai_front="$2"
  PROMPT="$3$2$PROMPT"
  \builtin typeset -g __ai_whole="$PROMPT"
  \builtin return "$1"
}

\builtin emulate -R zsh -o no_aliases -o no_xtrace -c '
# powerlevel10k draws over everything and sees to it that it is last: there the segment is one of its own. It reads its
# elements at its first prompt; succeeds where it is at work.
function __ai_powerlevel {
  if ! builtin typeset -f p10k >/dev/null; then return 1; fi
  if [[ " $POWERLEVEL9K_LEFT_PROMPT_ELEMENTS $POWERLEVEL9K_RIGHT_PROMPT_ELEMENTS " != *" ai_runner "* ]]; then
    typeset -ga POWERLEVEL9K_LEFT_PROMPT_ELEMENTS=(ai_runner ${=POWERLEVEL9K_LEFT_PROMPT_ELEMENTS-context dir vcs})
  fi
  # The function of an element is found by its name.
  function prompt_ai_runner { __ai_element }
  precmd_functions=(__ai_prompt ${precmd_functions:#(__ai_precmd|__ai_prompt)})
}

function __ai_element {
  if [[ -n ${AI_PROMPT-} ]]; then p10k segment -t "${AI_PROMPT% }"; fi
}

# At the first prompt, when everything is loaded: last, for what was loaded after our line may build PROMPT after us. Once:
# two that both want to be last would never agree. Succeeds where another program places the segment.
function __ai_place {
  typeset -g __ai_placed=1
  if __ai_powerlevel; then return 0; fi
  precmd_functions=(${precmd_functions:#__ai_precmd} __ai_precmd)
  return 1
}

builtin typeset -ga precmd_functions
if ! __ai_powerlevel && [[ -z ${precmd_functions[(r)__ai_precmd]} ]]; then precmd_functions+=(__ai_precmd); fi
'
