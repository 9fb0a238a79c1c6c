# A correction in one entry does not clear another.
printf 'Id: A1\nDate: 2026-11-01\nSetback: a scene in a book\nSafety: no\n\nId: A2\nDate: 2026-11-02\nAbout: A1\nThought: I want to kill myself\n' >a.rec
recall -f a.rec --fold | reframe
# An entry right below a descriptor is an entry.
printf '%%rec: Entry\nId: B1\nDate: 2026-11-01\nSetback: typed by hand\n' >b.rec
recall --merge a.rec b.rec | grep -c '^Id'
# Brackets are words.
log-setback "[crying, again]" >/dev/null
recall @1 --only Setback
reframe "[crying, again]"
# The same answer to another question is another answer.
printf 'Prompt: r/a\nAnswer: yes\n' | log-setback --about @1 - >/dev/null
printf 'Prompt: r/b\nAnswer: yes\n' | log-setback --about @1 - >/dev/null
printf 'Prompt: r/b\nAnswer: yes\n' | log-setback --about @1 - | wc -l
recall --fold @1 --only Prompt
# A routine that nobody answered is nothing to keep.
prompt run weekly-review --no-input | log-setback - | wc -l
# A mistake in an own pack does not make logging fail.
mkdir -p home/.local/share/stumble/packs
printf 'pack: bad\nversion: 1\ntitle: T\nlanguage: en\nlicense: CC0-1.0\nsources: [me]\nsafety:\n  rules:\n    - id: r\n      kind: crisis\n      cues:\n        - regex: "("\n' >home/.local/share/stumble/packs/bad.yaml
log-setback "hello" >/dev/null
echo $?
rm home/.local/share/stumble/packs/bad.yaml
# Words of today are words of today, whenever it was.
log-setback --when "2 days ago" "I wanted to kill myself" --notice always --region US
log-setback --recovered --helped "slept"
recall --since ""
reframe "I should never have let him hit me"
