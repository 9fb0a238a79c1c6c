mkdir -p home/.config/stumble
cat >home/.config/stumble/config.toml <<'TOML'
# where I am
region = "ie"
contact = "Ada, 555 0100"
journal = "~/kept.rec"
TOML
unset STUMBLE_JOURNAL
log-setback "Froze on the phone" -q && cat home/kept.rec | tail -2
prompt crisis | head -6
XDG_CONFIG_HOME=$PWD/nowhere prompt crisis | head -3
