# Starts a program once for each line on stdin and measures it: starter.zsh ERRORS MODE ROW PROGRAM [ARGUMENT…]. The answer
# is one line, `MICROSECONDS USER SYSTEM MIB STATUS`. The program's stderr goes to the file ERRORS. A shell of its own for
# each scenario is small, so that it forks quickly, and has the scenario's environment and folder already.
zmodload zsh/datetime zsh/system || exit
errors=$1 mode=$2 row=$3
shift 3
TIMEFMT='%uE %uU %uS %M'
exec 3> >(exec cat >/dev/null)

# From the start to the end of the process.
whole() {
  { time "$@" </dev/null >&3 2>|"$errors" } 2>&1
  print -r -- $?
}

# From the start until the row was read.
first_row() {
  local chunk text= start=$EPOCHREALTIME
  exec {rows}< <(exec "$@" </dev/null 2>|"$errors")
  until [[ $text == *"$row"* ]]; do
    sysread -i $rows chunk || break
    text+=$chunk
  done
  local -F seen=$(( (EPOCHREALTIME - start) * 1000000 ))
  [[ $text == *"$row"* ]]
  local found=$?
  while sysread -i $rows chunk; do :; done
  exec {rows}<&-
  print -r -- "${seen%.*}us - - -"
  print -r -- $found
}

while read -r _; do
  case $mode in
    first-row) first_row "$@" ;;
    *) whole "$@" ;;
  esac
done
