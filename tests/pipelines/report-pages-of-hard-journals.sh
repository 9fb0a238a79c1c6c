# Whole pages: of one entry without an Id or a date, and of words in many scripts, some of which look like markup.
page() { resilience-report -f - --last week --format html "$@" | sed '/<style>/,/<\/style>/d'; }
printf 'Setback: on no day\nHelped: tea\n\nDate: 2027-01-01\nSetback: to come\n\nDate: 2026-11-18\nSetback: </svg><script>alert(1)</script>\n' | page
cat >scripts.rec <<'END'
Date: 2026-11-16T21:10:00-05:00
Setback: קפאתי כשהיא שאלה על אבא
Trigger: שתיקה
Kindness: מותר לי לקחת זמן

Date: 2026-11-17T08:30:00-05:00
Setback: 夜中に目が覚めて、何もかも無駄だと思った。
Trigger: שתיקה
Learned: 眠れない夜も終わる

Date: 2026-11-18T23:59:00-05:00
Setback: تجمدت عندما رن الهاتف &amp; {setback} "><b>
Trigger: {setbacks}

Date: 2026-11-19
Setback: 👩‍👩‍👧 ครอบครัวมาเยี่ยม ‮ turned around
Trigger: {setbacks}
END
page --by trigger <scripts.rec
