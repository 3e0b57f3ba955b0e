# shellcheck shell=sh disable=SC2154
# Sourced by the launcher for `ai completion …`: prints a completion text as it is, or the candidates that such a text asks
# for, out of a cache that node fills. Help and errors come from node.

# Is the cache younger than a minute, and than everything that the answer is made from, "$@"? One look at all of them names
# the cache if it is young, and whatever is newer than it.
ai_fresh() {
  ai_found=$(find "$ai_cache" "$@" -prune \( -newer "$ai_cache" -o -name "$ai_kind" -type f -mmin -1 \) 2>/dev/null)
  [ "$ai_found" = "$ai_cache" ]
}

# Prints the cached answer, if it is one to this question.
ai_show() {
  if [ -h "$ai_cache" ] || ! [ -f "$ai_cache" ]; then return 1; fi
  { IFS= read -r ai_line && [ "$ai_line" = "$AI_RUNNER_QUESTION" ] && cat; } 2>/dev/null <"$ai_cache"
}

# Has node put the candidates of KIND WORD into the cache, and waits for that 200 ms at most.
ai_ask() {
  command -v node >/dev/null 2>&1 || return 1
  ai_hide
  export AI_RUNNER_QUESTION
  node "$ai_home/dist/ai.cjs" completion values "$@" </dev/null >/dev/null 2>&1 &
  set -- 1 2 3 4 5 6 7 8 9
  while [ $# -gt 0 ] && kill -0 "$!" 2>/dev/null; do
    sleep 0.02
    shift
  done
}

ai_exists() {
  for ai_source; do
    if [ -e "$ai_source" ]; then return 0; fi
  done
  return 1
}

# Prints the candidates of KIND [WORD], each with a tab and its description. The first line of the cache is the question: what
# was asked, and everything in the environment that changes the answer.
ai_values() {
  ai_kind=$1
  ai_word=$2
  ai_folder=${AI_RUNNER_HOME:-${HOME:+$HOME/.ai-runner}}
  case $ai_kind in '' | *[!a-z-]*) return ;; esac
  if [ -z "$ai_folder" ]; then return; fi
  ai_cache=$ai_folder/cache/completion/$ai_kind
  if [ "$ai_kind" = script ]; then
    case $ai_word in /*) ;; *) ai_word=$PWD/$ai_word ;; esac
    set -- "$ai_word"
    AI_RUNNER_QUESTION="1 $ai_word"
  elif [ "$ai_kind" = session ]; then
    set -- "$ai_folder/sessions"
    AI_RUNNER_QUESTION=1
  elif [ "$ai_kind" = aws-profile ]; then
    set -- "${AWS_CONFIG_FILE:-$HOME/.aws/config}" "${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}"
    AI_RUNNER_QUESTION="1 $1 $2"
  else
    set -- "$HOME/.ai-runnerrc" "$HOME/.ai-runnerrc.yaml" "$HOME/.ai-runnerrc.yml" "$HOME/.ai-runnerrc.json"
    if [ -n "${AI_RUNNER_CONFIG-}" ]; then set -- "$AI_RUNNER_CONFIG"; fi
    AI_RUNNER_QUESTION="1 $ai_word $1 ${AWS_REGION-} ${AWS_DEFAULT_REGION-} ${AWS_PROFILE-} ${OLLAMA_HOST-} ${LMSTUDIO_HOST-}"
  fi
  case $ai_kind in aws-profile | session) ai_exists "$@" || return ;; esac
  case $ai_kind in config-key | profile | provider) ai_exists ${AI_RUNNER_CONFIG:+/} "$@" || return ;; esac
  if ai_fresh "$@" && ai_show; then return; fi
  ai_ask "$ai_kind" "$ai_word"
  ai_show
}

case $#,${2-} in
  *,values)
    ai_values "${3-}" "${4-}"
    exit 0
    ;;
  2,zsh) exec cat "$ai_home/completions/_ai" ;;
  2,bash | 2,fish) exec cat "$ai_home/completions/ai.$2" ;;
esac
