# Journals that are hard to report on, as text: each gets a page that makes sense.
say() {
  echo "--- $1"
  shift
  [ $# -gt 0 ] || set -- --last month
  resilience-report -f - --detail "$@"
}
say 'nothing at all' </dev/null
printf 'Date: 2026-11-18\nSetback: One\n' | say 'one entry'
for day in 10 11 12 13 14 15 16 17 18 19 20; do printf 'Date: 2026-11-%s\nSetback: open %s\n\n' $day $day; done | say 'all open'
printf 'Date: 2027-01-01\nSetback: to come\n\nDate: 9999-12-31\nSetback: far off\n' | say 'all in the future'
printf 'Date: 2026-11-16\nSetback: the same\n\nDate: 2026-11-16\nSetback: the same\n\nDate: 2026-11-17\nHelped: tea\n' | say 'no Ids'
printf 'Setback: one\nHelped: tea\n\nSetback: two\n\nDate: soon\nSetback: three\n' | say 'no dates'
printf 'Date: 1976-11-18\nSetback: fifty years ago\n\nDate: 2026-11-18\nSetback: this week\n' | say 'fifty years' --since start --by month
cat >scripts.rec <<'END'
Date: 2026-11-16T21:10:00-05:00
Setback: קפאתי כשהיא שאלה על אבא
Trigger: שתיקה
Helped: הליכה הביתה ברגל
Kindness: מותר לי לקחת זמן

Date: 2026-11-17T08:30:00-05:00
Setback: 夜中に目が覚めて、何もかも無駄だと思った。それから朝まで眠れなかった。
Trigger: 夜
Learned: 眠れない夜も終わる

Date: 2026-11-18T23:59:00-05:00
Setback: تجمدت عندما رن الهاتف {setback} <b>
Trigger: الهاتف
Trigger: {setbacks}

Date: 2026-11-19
Setback: 👩‍👩‍👧 ครอบครัวมาเยี่ยมแล้วฉันพูดไม่ออก
Trigger: الهاتف
Trigger: {setbacks}
END
say 'right to left, and without spaces' --last month --by trigger <scripts.rec
