resilience-report --mail-to me@example.org --seed 7 | sed '/^--/,$d'
resilience-report --mail-to me@example.org --if-any -f /dev/null | wc -c
resilience-report --mail-to
mkdir -p home/.config/stumble
echo 'mail-to = "configured@example.org"' >home/.config/stumble/config.toml
resilience-report --mail-to | grep '^To:'
resilience-report --mail-to='me@example.org
Bcc: them@example.org'
resilience-report --mail-to=a@example.org --mail-from 'Zoë <zoe@example.org>' | grep '^From:'
resilience-report --mail-from a@example.org
resilience-report --mail-to=a@example.org --format json
