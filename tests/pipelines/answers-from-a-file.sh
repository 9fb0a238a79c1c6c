printf 'I froze\ntired\nlate\n\nno pause\n' >answers; prompt run five-whys --answers answers
