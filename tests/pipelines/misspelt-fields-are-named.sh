printf 'Setback: Froze\nTriger: silence\nintensity: 7\nTriger: noise\nWeather: rain\n' | log-setback - >/dev/null
recall -n 1 | grep -v -e Id -e Date
VISUAL='sed -i "s/^Trigger:/Triger:/; s/^Triger:.*/Triger: calls/; s/^Setback:.*/Setback: Left/"' log-setback -e 2>&1 >/dev/null | sed 's/.*rec:[0-9]*: //'
VISUAL='sed -i "s/^Triger:/Trigge:/"' log-setback --edit @1 2>&1 >/dev/null | sed 's/.*rec:[0-9]*: //'
