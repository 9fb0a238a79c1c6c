log-setback "Déjà vu: ich schämte mich, 黙っていた" -t "père"
recall -t PÈRE --only Setback
resilience-report --last week | head -12
