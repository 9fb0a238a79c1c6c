# The same thought within a day gets the same answer, whatever the seed, and a line that offers something else; after that, its own.
echo "I always ruin everything" | reframe | log-setback -
echo "i ALWAYS ruin everything!" | reframe --seed 5
echo "I always ruin everything" | reframe --seed 5 --now 2026-11-22T09:00:00-05:00
# A journal that isn't there is not made, and one that can't be read is no reason to fail.
echo "I always ruin everything" | STUMBLE_JOURNAL=none.rec reframe --only Reframe
mkdir folder
echo "I always ruin everything" | STUMBLE_JOURNAL=folder reframe --only Reframe
ls
