printf 'my secret words\n\nSetback: fine\nIntensity: my secret number\n' | log-setback - --input records
prompt "my secret words"
recall --since "my secret words"
