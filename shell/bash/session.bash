# shellcheck shell=bash
# The session runtime of bash 3.2 and later. `ai env` prints it in front of the data of one session, which
# defines `__ai_plan` and `__ai_apply`. Every name of ours starts with `__ai_`, and every builtin is called
# through `\builtin`: aliases and functions of the same name stay out of the way.

# Runs "$@" without tracing, allexport and the options that change how code reads, and brings them back.
__ai_calmly() {
  case $- in *x*) { \builtin set +x; } 2>/dev/null && \builtin set -- x "$@" ;; *) \builtin set -- '' "$@" ;; esac
  case $- in *k*) \builtin set +k && \builtin set -- "k$1" "${@:2}" ;; esac
  \builtin local __ai_f="$1" __ai_o='' __ai_r=0
  \builtin shift
  if \builtin shopt -q nocasematch; then __ai_o=nocasematch && \builtin shopt -u nocasematch; fi
  case $- in *a*) \builtin set +a && __ai_f+=a ;; esac
  case $- in *T*) \builtin set +T && __ai_f+=T ;; esac
  case $- in *E*) \builtin set +E && __ai_f+=E ;; esac
  if "$@"; then \builtin :; else __ai_r=$?; fi
  if [[ -n $__ai_o ]]; then \builtin shopt -s "$__ai_o"; fi
  if [[ -n $__ai_f ]]; then \builtin set "-$__ai_f"; fi
  \builtin return "$__ai_r"
}

__ai_say() { \builtin printf 'ai: %s\n' "$1" >&2; }

# Does this very shell own the session? A subshell has the same $$ and all our variables.
__ai_own() { [[ ${__ai_owner-} == "$$:${BASH_SUBSHELL:-0}" ]]; }

# Sets __ai_a to the attributes of $1, which is declared: empty or x for a plain value, else more letters. A variable that was
# declared without a value is not "set", and ${V@a} is silent about it.
__ai_attributes() {
  if [[ -n ${!1+set} && ${BASH_VERSINFO[0]}${BASH_VERSINFO[1]} -ge 44 ]]; then
    if \builtin test -R "$1"; then __ai_a=n; else __ai_a=${!1@a}; fi
    \builtin return 0
  fi
  __ai_a=$(\builtin declare -p "$1")
  __ai_a=${__ai_a#declare -}
  __ai_a=${__ai_a%%[ =]*}
  __ai_a=${__ai_a#-}
  if [[ -z ${!1+set} ]]; then __ai_a+=p; fi
}

# Nothing is touched before it is known that everything can be: what is looked at is kept in variables of this function.
__ai_ready() {
  \builtin local __ai_names __ai_kept __ai_kind __ai_value
  __ai_save "$@"
}

# Adds to __ai_all the names from $2 on that are set, save those in the list $1.
__ai_add() {
  \builtin local __ai_n __ai_k=" $1 "
  \builtin shift
  for __ai_n in "$@"; do
    if [[ -n ${!__ai_n+set} && $__ai_k != *" $__ai_n "* ]]; then __ai_all+=("$__ai_n"); fi
  done
}

# Remembers the state of each name. Most are not declared at all. One redirection for all: it takes longer than the look at a
# variable.
__ai_save() {
  \builtin local __ai_n __ai_a='' __ai_bad=''
  __ai_names=("$@") __ai_kept=() __ai_kind=() __ai_value=()
  {
    for __ai_n in "$@"; do
      if [[ -n ${!__ai_n+set} ]] || \builtin declare -p "$__ai_n"; then __ai_keep "$__ai_n" || \builtin break; fi
    done
  } >/dev/null 2>&1
  if [[ -z $__ai_bad ]]; then \builtin return 0; fi
  __ai_say "$__ai_bad in this shell: nothing was changed"
  \builtin return 1
}

# Remembers the state of the declared variable $1: n not exported, x exported, d its declaration as text. Fails for a readonly
# variable or a nameref.
__ai_keep() {
  __ai_attributes "$1"
  case $__ai_a in
    '') __ai_kind+=(n) __ai_value+=("${!1}") ;;
    x) __ai_kind+=(x) __ai_value+=("${!1}") ;;
    *r*) __ai_bad="$1 is readonly" && \builtin return 1 ;;
    *n*) __ai_bad="$1 is a nameref" && \builtin return 1 ;;
    *) __ai_kind+=(d) __ai_value+=("$(\builtin declare -p "$1")") ;;
  esac
  __ai_kept+=("$1")
}

# Declares $1 again from $2, the text of its declaration. A compound value behind `\builtin declare` would be a
# syntax error: attributes first, then a plain assignment. bash 3.2 has no -g and prints arrays as a quoted string.
__ai_declare() {
  \builtin local __ai_d="${2#declare }"
  if [[ ${__ai_d%% *} == *x* ]]; then \builtin export "${1?}"; fi
  if [[ ${BASH_VERSINFO[0]}${BASH_VERSINFO[1]} -ge 42 ]]; then \builtin declare -g "${__ai_d%% *}" "$1"; fi
  if [[ ${__ai_d%% *} == *a* && ${__ai_d#*=} == \'* ]]; then \builtin eval "__ai_d==${__ai_d#*=}"; fi
  if [[ $__ai_d == *=* ]]; then \builtin eval "$1=${__ai_d#*=}"; fi
}

# Puts every saved variable back; at the end, and in a subshell where another session is being prepared.
__ai_restore() {
  \builtin local __ai_i
  {
    \builtin unset -v "${__ai_names[@]}"
    for __ai_i in "${!__ai_kept[@]}"; do
      case ${__ai_kind[__ai_i]} in
        n) \builtin printf -v "${__ai_kept[__ai_i]}" %s "${__ai_value[__ai_i]}" ;;
        x) \builtin export "${__ai_kept[__ai_i]}=${__ai_value[__ai_i]}" ;;
        d) __ai_declare "${__ai_kept[__ai_i]}" "${__ai_value[__ai_i]}" ;;
      esac
    done
  } 2>/dev/null
  \builtin return 0
}

# Ends the session: its file, the provider's hooks (still in the session's environment), then the environment.
__ai_end() {
  __ai_owner=
  __ai_remove ${__ai_file:+"$__ai_file"} ${__ai_temp:+"$__ai_temp"}
  if [[ -n ${__ai_hooks-} ]]; then \builtin eval "$__ai_hooks" || \builtin :; fi
  __ai_restore
  __ai_names=() __ai_kept=() __ai_kind=() __ai_value=() __ai_file='' __ai_temp='' __ai_hooks=''
}

# Names are spelled out: brace expansion may be switched off.
__ai_forget() {
  \builtin unset -v __ai_names __ai_kept __ai_kind __ai_value __ai_file __ai_folder __ai_temp __ai_stem __ai_time __ai_id __ai_record \
    __ai_owner __ai_had __ai_hooks __ai_trapped __ai_traps
  \builtin unset -f ai_off __ai_own __ai_attributes __ai_ready __ai_add __ai_save __ai_keep __ai_known __ai_handed __ai_declare \
    __ai_restore __ai_write __ai_register __ai_remove __ai_end __ai_trap __ai_untrap __ai_untrapped __ai_plan __ai_apply \
    __ai_start __ai_again __ai_say __ai_off __ai_calmly __ai_forget
}

__ai_off() { __ai_end && __ai_untrap && __ai_forget; }

ai_off() {
  if __ai_own; then __ai_calmly __ai_off && \builtin return 0; fi
  __ai_say 'this shell only inherits the session: end it in the shell that started it'
  \builtin return 1
}

# Runs the generator "$@" as the shell would without the session: it sees the original credentials.
__ai_again() { __ai_restore && AI_RUNNER_AGAIN=$$ "$@"; }

# Starts the session of __ai_plan. All or nothing: a running session ends only when nothing stands in the way.
__ai_start() {
  \builtin local __ai_t="$$" __ai_all
  if [[ ${BASH_SUBSHELL:-0} != 0 ]]; then __ai_t=${BASHPID:-$$}; fi
  __ai_plan || \builtin return 1
  if [[ ${__ai_owner-} == "$$:"* ]]; then
    __ai_ready "${__ai_all[@]}" || \builtin return 1
    if __ai_own; then __ai_end; else __ai_restore; fi
    __ai_plan
  fi
  # shellcheck disable=SC2154
  __ai_id=$__ai_stem-$__ai_t-$__ai_time
  __ai_save "${__ai_all[@]}" || \builtin return 1
  __ai_apply
  __ai_owner=$$:${BASH_SUBSHELL:-0}
  # What prompts remember is of the session before, even one of the same second and id.
  \builtin unset -v __ai_drawn __ai_seen
  __ai_register "$__ai_t"
  __ai_trap
}
