printf '\nthis is not a field\n\nSetback: after it\nDate: 2026-11-19\nIntensity: eleven\n' >>"$STUMBLE_JOURNAL"
recall -n 1
recall --check
resilience-report | head -8
