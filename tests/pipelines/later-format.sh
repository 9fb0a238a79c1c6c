printf '# stumble journal, format 2: from the future\n%%rec: Entry\n\nId: A\nDate: 2026-11-20\nSetback: kept\n' >later.rec
recall -f later.rec --only Setback
log-setback -f later.rec x
tail -1 later.rec
