printf 'Setback: one\n\nKindness: two\nSafety: crisis\n\n# none of these\nTrigger:\n' >three.rec
VISUAL='cp three.rec' log-setback -e
recall --since 21:00
