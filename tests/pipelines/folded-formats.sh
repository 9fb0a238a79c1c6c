recall --fold -t silence -n 1 --format json | jq -c '{State, RecoveryDays, IntensityNow, Intensity}'
