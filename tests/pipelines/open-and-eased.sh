recall --open --only Setback
recall --recovered -t silence --format tsv --columns Date,Trigger,Intensity
