reframe "My mother died in March and I always miss her"
