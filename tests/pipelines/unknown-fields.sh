printf '# mine\nDate: 2026-11-20\nWeather:rain\nThought: I never get anything right\n# inside\nMood: 3\n+ and 4\n\n# the end\n' | reframe
