# An EXIT trap runs on more exits than zshexit hooks do (errexit, `exit` in a function), runs before them, and keeps the
# last command of `-c` from replacing the shell. Set where no EXIT trap is: under posix_traps, so that it belongs to the
# shell and not to a function, and outside any function, where alone `trap` can list it. Only a file takes the list: a
# subshell would have none.
if [[ -z $__ai_trap && -n $__ai_file ]] && (( ! $+functions[TRAPEXIT] )); then
  if { builtin trap >| $__ai_file.new } 2>/dev/null && [[ "$(<$__ai_file.new)" != *EXIT* ]]; then
    __ai_trap=1
    builtin emulate -R zsh -o posix_traps -c 'builtin trap __ai_zshexit EXIT'
  fi
  __ai_remove $__ai_file.new
fi
