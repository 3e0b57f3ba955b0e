# The session runtime of zsh 5.8 and later. `ai env` hands it to `emulate -R zsh -o no_aliases -o no_xtrace -c`, together
# with the data of one session (`__ai_plan`, `__ai_apply`): here and inside the functions the options are known.

__ai_say() { builtin print -ru2 -- "ai: $1" }

# Does this very shell own the session? A subshell has the same $$ and all our variables.
__ai_own() { [[ ${__ai_owner-} == "$$:$ZSH_SUBSHELL" ]] }

# Nothing is touched before it is known that everything can be.
__ai_ready() {
  local __ai_n
  for __ai_n; do
    case ${(tP)__ai_n} in
      *readonly*) __ai_say "$__ai_n is readonly in this shell: nothing was changed" && return 1 ;;
      *local*) __ai_say "$__ai_n is local to the function that evaluates this: nothing was changed" && return 1 ;;
      *special*) __ai_say "$__ai_n belongs to the shell itself: nothing was changed" && return 1 ;;
    esac
  done
}

# Adds to __ai_all the names from $2 on that are set, save those in the list $1.
__ai_add() {
  local __ai_n __ai_k=" $1 "
  shift
  for __ai_n; do
    if (( ${(P)+__ai_n} )) && [[ $__ai_k != *" $__ai_n "* ]]; then __ai_all+=($__ai_n); fi
  done
}

# Remembers the state of each name: n not exported, x exported, d its declaration as text. What is unset, as most are, takes no
# place in __ai_kind.
__ai_save() {
  local __ai_n
  typeset -ga __ai_names=("$@")
  typeset -gA __ai_kind=() __ai_value=()
  for __ai_n; do
    case ${(tP)__ai_n} in
      '') ;;
      scalar) __ai_kind[$__ai_n]=n __ai_value[$__ai_n]=${(P)__ai_n} ;;
      scalar-export) __ai_kind[$__ai_n]=x __ai_value[$__ai_n]=${(P)__ai_n} ;;
      *) __ai_kind[$__ai_n]=d __ai_value[$__ai_n]=$(builtin typeset -p -- $__ai_n) ;;
    esac
  done
}

# Puts every saved variable back; at the end, and in a subshell where another session is being prepared.
# Unset first: assigning to what was an integer would evaluate the text.
__ai_restore() {
  local __ai_n
  {
    builtin unset -- $__ai_names
    for __ai_n in ${(k)__ai_kind}; do
      case $__ai_kind[$__ai_n] in
        n) builtin typeset -g -- "$__ai_n=$__ai_value[$__ai_n]" ;;
        x) builtin typeset -gx -- "$__ai_n=$__ai_value[$__ai_n]" ;;
        d) builtin eval "$__ai_value[$__ai_n]" ;;
      esac
    done
  } 2>/dev/null
  return 0
}

# Writes the session file under another name and renames it, so that it is whole whenever it is seen. It gets its mode while
# it is empty: so no mask needs to change, and no subshell to change it in.
__ai_register() {
  local __ai_t= __ai_f
  if [[ -z $__ai_folder ]]; then return 0; fi
  if [[ -r /proc/$1/stat ]]; then __ai_t=$(</proc/$1/stat); fi
  # The start time is field 22 of /proc/PID/stat, proc(5); the name in field 2 may hold blanks and parentheses.
  __ai_f=(${(s: :)__ai_t##*\) })
  typeset -g __ai_file=$__ai_folder/$__ai_id.info
  __ai_t="id=$__ai_id"$'\n'"pid=$1"$'\n'${__ai_f[20]:+start_time=$__ai_f[20]$'\n'}$__ai_record
  {
    { builtin zf_chmod 600 $__ai_file.new && builtin print -r -- $__ai_t } >| $__ai_file.new &&
      builtin zf_mv -f -- $__ai_file.new $__ai_file && return 0
  } 2>/dev/null
  __ai_say "the session runs, but $__ai_file cannot be written: ai-sessions will not list it"
  __ai_remove $__ai_file.new
  __ai_file=
}

__ai_remove() {
  builtin zf_rm -f -- "$@" 2>/dev/null || builtin command rm -f -- "$@" 2>/dev/null || /bin/rm -f -- "$@" 2>/dev/null || builtin :
}

# Ends the session if it is this shell's: its file, the provider's hooks (still in the session's environment), then the
# environment. Leaves the status as it was. When `exit` is called two functions deep, zsh leaves as soon as a function
# that an exit hook has called returns: nothing but the last step may be a call.
__ai_zshexit() {
  local __ai_s=$?
  if [[ ${__ai_owner-} != "$$:$ZSH_SUBSHELL" ]]; then return $__ai_s; fi
  __ai_owner=
  if [[ -n $__ai_file$__ai_temp ]]; then
    builtin zf_rm -f -- $__ai_file $__ai_temp 2>/dev/null || builtin command rm -f -- $__ai_file $__ai_temp 2>/dev/null || builtin :
  fi
  if [[ -n ${__ai_hooks-} ]]; then builtin eval "$__ai_hooks" || builtin :; fi
  __ai_file= __ai_temp= __ai_hooks=
  __ai_restore
  return $__ai_s
}

__ai_forget() {
  builtin unset __ai_{names,kind,value,file,folder,temp,stem,time,id,record,owner,hooks,trap,hooked,loaded}
  builtin unfunction ai_off __ai_{own,ready,add,save,restore,register,remove,zshexit,plan,apply,start,again} \
    __ai_{say,hook,forget} ${(k)functions[(I)__ai_(known|handed)]}
}

# The hook is last: when `exit` is called in a function, zsh runs the first hook only, and that is the user's.
__ai_hook() {
  if [[ -n ${zshexit_functions[(r)__ai_zshexit]-} ]]; then return 0; fi
  typeset -g __ai_hooked=${+zshexit_functions}
  typeset -ga zshexit_functions
  zshexit_functions+=(__ai_zshexit)
}

ai_off() {
  if ! __ai_own; then
    __ai_say 'this shell only inherits the session: end it in the shell that started it'
    return 1
  fi
  __ai_zshexit
  zshexit_functions=(${zshexit_functions:#__ai_zshexit})
  if (( ! __ai_hooked && ! $#zshexit_functions )); then builtin unset zshexit_functions; fi
  if [[ -n $__ai_trap ]]; then builtin emulate -R zsh -o posix_traps -c 'builtin trap - EXIT'; fi
  if [[ -n $__ai_loaded ]]; then builtin zmodload -u zsh/files; fi
  __ai_forget
}

# Runs the generator "$@" as the shell would without the session: it sees the original credentials.
__ai_again() { __ai_restore && AI_RUNNER_AGAIN=$$ "$@" }

# Starts the session of __ai_plan. All or nothing: a running session ends only when nothing stands in the way.
__ai_start() {
  local __ai_t=$$
  local -a __ai_all
  if (( ZSH_SUBSHELL )) && builtin zmodload -F zsh/system p:sysparams 2>/dev/null; then __ai_t=$sysparams[pid]; fi
  typeset -g __ai_folder __ai_record __ai_stem __ai_time __ai_temp __ai_hooks
  __ai_plan && __ai_ready $__ai_all || return 1
  if __ai_own; then __ai_zshexit; __ai_plan; elif [[ ${__ai_owner-} == "$$:"* ]]; then __ai_restore && __ai_plan; fi
  typeset -g __ai_file=${__ai_file-} __ai_id=$__ai_stem-$__ai_t-$__ai_time __ai_trap=${__ai_trap-} __ai_loaded=${__ai_loaded-}
  if [[ -z ${modules[zsh/files]-} ]]; then __ai_loaded=1; fi
  builtin zmodload -F zsh/files b:zf_rm b:zf_mv b:zf_chmod 2>/dev/null || builtin :
  __ai_save $__ai_all
  __ai_apply
  typeset -g __ai_owner=$$:$ZSH_SUBSHELL
  # What prompts remember is of the session before, even one of the same second and id.
  builtin unset __ai_drawn __ai_seen
  __ai_register $__ai_t
  __ai_hook
}
