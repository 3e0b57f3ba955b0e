# shellcheck shell=sh disable=SC2154
# Sourced by the launcher for `ai prompt`: prints the segment without node, as prompts and status lines ask for it again
# and again. It returns where node has the answer: the help, JSON, and words that are wrong.
ai_kind=plain
ai_tty=
ai_flag=
for ai_word; do
  case $ai_flag$ai_word in
    prompt | --shell | --tty) ;;
    --shell=plain | --shell=bash | --shell=zsh | --shell=fish | --shell=tmux | --shell=json) ai_kind=${ai_word#--shell=} ;;
    --json) ai_kind=json ;;
    --tty=/*) ai_tty=${ai_word#--tty=} ;;
    *) return 0 ;;
  esac
  case $ai_word in --shell | --tty) ai_flag=$ai_word= ;; *) ai_flag= ;; esac
done
if [ -n "$ai_flag" ]; then return 0; fi

# Keeps in ai_text the text $1 with every $2 as $3.
ai_replace() {
  ai_rest=$1
  ai_text=
  while :; do
    case $ai_rest in
      *"$2"*)
        ai_text=$ai_text${ai_rest%%"$2"*}$3
        ai_rest=${ai_rest#*"$2"}
        ;;
      *) break ;;
    esac
  done
  ai_text=$ai_text$ai_rest
}

# Reads a session file into ai_KEY for the keys that matter here. Nothing in it is interpreted.
ai_read() {
  ai_pid='' ai_start_time='' ai_provider='' ai_model='' ai_payer='' ai_color=''
  ai_text='' ai_found='' ai_ascii=''
  while IFS= read -r ai_line; do
    case $ai_line in
      *[[:cntrl:]]*) ;;
      pid=*) ai_pid=${ai_line#*=} ;;
      start_time=*) ai_start_time=${ai_line#*=} ;;
      provider=*) ai_provider=${ai_line#*=} ;;
      model=*) ai_model=${ai_line#*=} ;;
      payer=*) ai_payer=${ai_line#*=} ;;
      prompt=*) ai_text=${ai_line#*=} ai_found=1 ;;
      prompt_ascii=*) ai_ascii=${ai_line#*=} ;;
      prompt_color=*) ai_color=${ai_line#*=} ;;
    esac
  done <"$1"
}

# Is the process of the session that was read the very one that started it? Where there is no /proc, that it exists must do.
ai_alive() {
  case $ai_pid in '' | *[!0-9]*) return 1 ;; esac
  kill -0 "$ai_pid" 2>/dev/null || return 1
  if [ -z "$ai_start_time" ] || [ ! -r "/proc/$ai_pid/stat" ]; then return 0; fi
  IFS= read -r ai_line <"/proc/$ai_pid/stat" || return 1
  # Field 22 of /proc/PID/stat, proc(5); the name in field 2 may hold blanks and parentheses.
  # shellcheck disable=SC2086
  set -- ${ai_line##*) }
  [ "${20-}" = "$ai_start_time" ]
}

# Sets ai_file to the newest live session on the terminal ai_tty. The names of session files have neither blanks nor globs.
ai_find() {
  ai_file=
  ai_newest=0
  cd "$ai_folder" 2>/dev/null || return 0
  ai_folder=.
  # shellcheck disable=SC2013
  for ai_name in $(grep -lxF -e "tty=$ai_tty" -- *.info 2>/dev/null); do
    ai_time=${ai_name%.info}
    ai_time=${ai_time##*-}
    case $ai_time in '' | *[!0-9]*) continue ;; esac
    if [ "$ai_time" -lt "$ai_newest" ]; then continue; fi
    ai_read "$ai_name"
    if ai_alive; then ai_file=$ai_folder/$ai_name ai_newest=$ai_time; fi
  done
}

# Sets ai_text and ai_tint (a number of the palette of 256) from the session file, else from the session's variables.
ai_segment() {
  ai_gone=false
  if [ -f "$ai_file" ] && [ -r "$ai_file" ]; then
    ai_read "$ai_file"
  else
    ai_read /dev/null
    ai_gone=true ai_provider=${AI_SESSION_PROVIDER-} ai_model=${AI_SESSION_MODEL-}
    # The session of another user (`sudo -E`): its file may be there, but not for us.
    ai_pid=${AI_SESSION_ID%-*}
    ai_pid=/proc/${ai_pid##*-}
    # shellcheck disable=SC3067 # every sh in use has it
    if [ -d "$ai_pid" ] && ! [ -O "$ai_pid" ]; then ai_gone=false; fi
  fi
  ai_plain=
  case ${TERM-} in '' | dumb | linux | vt[0-9]*) ai_plain=1 ;; esac
  case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;; *) ai_plain=1 ;; esac
  if [ -n "$ai_plain" ] && [ -n "$ai_ascii" ]; then ai_text=$ai_ascii; fi
  ai_tint=
  case $ai_color in [0-9] | [1-9][0-9] | [12][0-9][0-9]) ai_tint=$ai_color ;; esac
  if [ -n "$ai_found" ]; then return 0; fi
  ai_short=${ai_model##*/}
  ai_short=${ai_short##*anthropic.}
  ai_text="$ai_provider${ai_short:+ ${ai_short#claude-}}"
  case $ai_text in *[!A-Za-z0-9._:@\ -]*) ai_text=session ;; esac
  if [ "$ai_gone" = true ]; then ai_text=$ai_text!; fi
  ai_text="[$ai_text]"
}

# Prints a member of a JSON object, null where $2 is empty; a control character, which only the variables can bring, as `_`.
ai_member() {
  ai_rest=$2
  while :; do
    case $ai_rest in
      *[[:cntrl:]]*) ai_rest=${ai_rest%%[[:cntrl:]]*}_${ai_rest#*[[:cntrl:]]} ;;
      *) break ;;
    esac
  done
  # shellcheck disable=SC1003
  ai_replace "$ai_rest" '\' '\\'
  ai_replace "$ai_text" '"' '\"'
  if [ -z "$2" ]; then printf '"%s":null,' "$1"; else printf '"%s":"%s",' "$1" "$ai_text"; fi
}

ai_json() {
  ai_shown=$ai_text
  printf '{'
  ai_file=${ai_file##*/}
  ai_member session "${ai_file%.info}"
  ai_member provider "$ai_provider"
  ai_member model "$ai_model"
  ai_member payer "$ai_payer"
  ai_member text "$ai_shown"
  printf '"color":%s,"gone":%s}\n' "${ai_tint:-null}" "$ai_gone"
}

# Keeps in ai_sgr what selects the colour ai_tint; one that the terminal lacks is left out.
ai_sgr() {
  case $ai_tint in
    [0-7]) ai_sgr=3$ai_tint ;;
    [89] | 1[0-5]) ai_sgr=9$((ai_tint - 8)) ;;
    *)
      ai_sgr="38;5;$ai_tint"
      case ${TERM-}${COLORTERM-} in *256* | *truecolor* | *24bit* | *direct*) ;; *) ai_tint= ;; esac
      ;;
  esac
}

# Prints the segment: ai_show BEFORE AFTER, which switch the colour on and off.
ai_show() {
  if [ -z "$ai_text" ]; then exit 0; fi
  if [ -z "$ai_tint" ] || [ -n "${NO_COLOR-}" ] || [ -z "${TERM-}" ] || [ "$TERM" = dumb ]; then set -- '' ''; fi
  printf '%b%s%b\n' "$1" "$ai_text" "$2"
}

ai_folder=${AI_RUNNER_HOME:-${HOME-}/.ai-runner}/sessions
ai_file=
if [ -n "$ai_tty" ]; then
  ai_find
elif [ -n "${AI_SESSION_ID-}" ]; then
  ai_file=$ai_folder/${AI_SESSION_ID##*/}.info
fi
if [ -z "$ai_file" ]; then
  if [ "$ai_kind" = json ]; then echo '{"session":null}'; fi
  exit 0
fi
ai_segment
case $ai_kind in
  json) ai_json ;;
  plain) ai_show '' '' ;;
  bash) ai_sgr && ai_show "\\001\\033[${ai_sgr}m\\002" '\001\033[39m\002' ;;
  zsh) ai_replace "$ai_text" % %% && ai_show "%F{$ai_tint}" %f ;;
  fish) ai_sgr && ai_show "\\033[${ai_sgr}m" '\033[39m' ;;
  tmux) ai_replace "$ai_text" '#' '##' && ai_show "#[fg=colour$ai_tint]" '#[default]' ;;
esac
exit 0
