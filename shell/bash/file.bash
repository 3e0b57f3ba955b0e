# shellcheck shell=bash disable=SC2154
# The session file: written and removed.

# Writes $1 to the session file. On Linux the second line of /proc/self/status, proc(5), shows the mask, which can be put back
# then; elsewhere only `umask` tells it, to a subshell, and that one can as well write.
__ai_write() {
  \builtin local __ai_u=''
  if [[ ${BASH_VERSINFO[0]}${BASH_VERSINFO[1]} -ge 44 ]]; then
    { \builtin read -r __ai_u && \builtin read -r __ai_u; } </proc/self/status || \builtin :
  fi
  if [[ $__ai_u != Umask:*[0-7] ]]; then (\builtin umask 077 && \builtin printf %s "$1" >|"$__ai_file"); \builtin return; fi
  # Ctrl-C would take the user to the next prompt with this mask, unless a trap handles it.
  \builtin local __ai_i=''
  if [[ $- == *i* ]] && __ai_untrapped INT; then __ai_i=INT && \builtin trap '' INT; fi
  \builtin umask 077
  if \builtin printf %s "$1" >|"$__ai_file"; then \builtin set --; fi
  \builtin umask "${__ai_u##*[!0-7]}"
  if [[ -n $__ai_i ]]; then \builtin trap - INT; fi
  \builtin return "$#"
}

# Writes the session file, line by line (bash flushes after each): the last one is `kind`, without which readers pass over it as
# not yet whole.
__ai_register() {
  \builtin local __ai_t=''
  if [[ -z $__ai_folder ]]; then \builtin return 0; fi
  { \builtin read -r __ai_t <"/proc/$1/stat"; } 2>/dev/null || \builtin :
  # The start time is field 22 of /proc/PID/stat, proc(5); the name in field 2 may hold blanks and parentheses. Cut by hand:
  # a script may have made IFS readonly. The shortest match of one pattern is much faster than a longest one, or a loop.
  while [[ $__ai_t == *')'* ]]; do __ai_t="${__ai_t#*)}"; done
  __ai_t="${__ai_t#* * * * * * * * * * * * * * * * * * * * }"
  __ai_t="${__ai_t%% *}"
  __ai_file=$__ai_folder/$__ai_id.info
  __ai_t="id=$__ai_id"$'\n'"pid=$1"$'\n'${__ai_t:+start_time=$__ai_t$'\n'}${__ai_record-}$'\n'
  __ai_write "$__ai_t" 2>/dev/null && \builtin return 0
  __ai_say "the session runs, but $__ai_file cannot be written: ai-sessions will not list it"
  __ai_remove "$__ai_file"
  __ai_file=
}

# Removes the files "$@", if any, and sets __ai_traps to what `trap -p EXIT` prints: one process does both. Without an
# environment `rm` reads no locale, which is a fifth of its time.
__ai_remove() {
  if [[ $# -eq 0 ]]; then __ai_traps=$(\builtin trap -p EXIT) && \builtin return 0; fi
  __ai_traps=$(\builtin trap -p EXIT && \builtin exec -c rm -f -- "$@" 2>/dev/null) || /bin/rm -f -- "$@" 2>/dev/null || \builtin :
}
