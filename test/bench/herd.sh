#!/bin/sh
# Starts $1 processes that live until stdin ends, and prints their pids: airun takes a process for a session when its command
# line has the letters "ai" in it, so one more argument says so.
# None keeps our stdout open: whoever reads the pids waits for its end.
exec 3<&0
count=0
while [ "$count" -lt "$1" ]; do
  (exec >&- && read -r _ <&3) &
  echo $!
  count=$((count + 1))
done
exec >&-
wait
