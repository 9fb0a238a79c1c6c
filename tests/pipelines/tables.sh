recall -t silence -n 2 --format csv --columns Date,Setback,Trigger
recall -t silence -n 1 --format tsv | tr '\t' '\n' | wc -l
printf 'Setback: =1+1, "so"\n' | recall - --format csv --columns Setback --csv-safe
