recall --since monday --only Date
recall --since 2026-W46 --until 2026-W46 --only Date
recall --last week --only Date
recall --since "3 days ago" --until yesterday --only Date
