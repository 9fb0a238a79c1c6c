mkdir -p home/.config/stumble
printf '[words]\nsetback = "hard moment"\n' >home/.config/stumble/config.toml
recall -h | grep hard
recall --help-all | grep -i moment
log-setback --help-all | grep moment
resilience-report --last quarter --detail | grep moment
recall @1 --only Setback
