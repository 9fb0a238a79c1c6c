mkdir -p home/.config/stumble
printf 'region = "DE"\njournal = "~/mine.rec"\n' >home/.config/stumble/config.toml
prompt crisis | grep danger
STUMBLE_REGION=IE prompt crisis | grep danger
STUMBLE_REGION=IE prompt crisis --region US | grep danger
recall --show-config | grep ^journal
STUMBLE_JOURNAL= recall --show-config | grep ^journal
recall --show-config -f other.rec | grep ^journal
