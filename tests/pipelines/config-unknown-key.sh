mkdir -p home/.config/stumble
config=home/.config/stumble/config.toml
printf 'region = "IE"\nprivcy = "full"\n' >$config
recall -n 1
recall -h | head -1
prompt crisis | head -2
printf 'privacy = "everything"\n' >$config
resilience-report
printf 'region = IE\n' >$config
recall
rm $config && mkdir $config && recall
