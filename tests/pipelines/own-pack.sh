prompt lint "$SAMPLE/my-first-pack.yaml" && echo clean
prompt --packs "$SAMPLE/my-first-pack.yaml" packs | head -1
prompt packs --packs "$SAMPLE/my-first-pack.yaml" | head -1
printf 'pack: mine\nversion: 1\ntitle: Mine\nlanguage: en\nlicense: CC0-1.0\nsources: [mine]\nprompts:\n  - id: a\n    theme: list\n    text: Why\n  - id: a\n    theme: mine\n    texx: Why\n' >bad.yaml
prompt lint bad.yaml
prompt --packs bad.yaml beliefs --seed 1
