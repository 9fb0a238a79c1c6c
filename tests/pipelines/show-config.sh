mkdir -p home/.config/stumble
recall --show-config
printf '\nprivacy = "themes"\npacks = ["~/packs"]\n[words]\nsetback = "dip"\n' >home/.config/stumble/config.toml
STUMBLE_REGION=GB STUMBLE_PACKS=a:b reframe --show-config --packs c
prompt run --show-config | head -2
