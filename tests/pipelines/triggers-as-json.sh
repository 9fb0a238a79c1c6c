recall --since 30d --format json | jq -r '.Trigger[]?'
