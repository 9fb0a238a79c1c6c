resilience-report --last month --compare | sed -n '/^Side by side/,$p'
resilience-report --since start --by domain --ascii | sed -n '/^By part/,$p'
resilience-report --last quarter --by month --format json | jq -c '.groups.groups[] | [.name, .setbacks]'
resilience-report --by mood
