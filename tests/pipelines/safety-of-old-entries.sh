printf 'Date: 2026-10-01\nThought: I want to die\n' | reframe --notice always
