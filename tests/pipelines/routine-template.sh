prompt run five-whys --no-input
prompt run five-whys --no-input | log-setback - --input records
