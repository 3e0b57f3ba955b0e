# shellcheck shell=sh disable=SC2154
# Sourced by the launcher for `ai init SHELL [--prompt]`: prints the shell's own files as they are, without node, which only
# has the help.
for ai_word; do
  case $ai_word in -h | --help) return 0 ;; esac
done

# Every shell has a builtin called false: an empty text would evaluate to success.
ai_refuse() {
  ai_known=
  for ai_file in "$ai_home"/shell/*/init.*; do ai_known="$ai_known${ai_known:+, }${ai_file##*.}"; done
  printf 'ai: %s\n  ai init SHELL [--prompt], where SHELL is one of: %s\n' "$1" "$ai_known" >&2
  echo false
  exit 2
}

shift
ai_shell=
ai_place=
for ai_word; do
  case $ai_word in
    --prompt) ai_place=1 ;;
    -*) ai_refuse "unknown flag $ai_word" ;;
    *) if [ -z "$ai_shell" ]; then ai_shell=$ai_word; else ai_refuse "unexpected word $ai_word"; fi ;;
  esac
done

ai_file=$ai_home/shell/$ai_shell/init.$ai_shell
if [ -z "$ai_shell" ]; then ai_refuse '"ai init" needs a shell'; fi
if [ ! -f "$ai_file" ]; then ai_refuse "there is no integration for the shell \"$ai_shell\""; fi
ai_folder=$ai_home/shell/$ai_shell
# In this locale cat starts without reading a dozen files of the user's.
LC_ALL=C
export LC_ALL
exec cat "$ai_file" "$ai_folder/complete.$ai_shell" ${ai_place:+"$ai_folder/prompt.$ai_shell"}
