"""An editor in which somebody types given lines: typed_editor.py LINES FILE.

"Field: words" fills the first line of that field; a line that fills none goes to the end of the file. What is typed is shown, a
"| " before each line. LINES is emptied, so that the next form starts from nothing.
"""
import re, sys


def main():
    typed_path, path = sys.argv[1:3]
    with open(typed_path, encoding="utf-8") as typed_file:
        typed = typed_file.read().splitlines()
    open(typed_path, "w").close()
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
    except FileNotFoundError:
        lines = []
    filled = set()
    for line in typed:
        print("| " + line)
        field = re.match(r"[A-Za-z]+:", line)
        at = next((at for at, old in enumerate(lines) if field and at not in filled and old.startswith(field.group(0))), None)
        if at is None:
            lines.append(line)
            at = len(lines) - 1
        lines[at] = line
        filled.add(at)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


if __name__ == "__main__":
    main()
