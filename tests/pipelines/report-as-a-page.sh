resilience-report --format html >page.html
head -c 15 page.html
echo
grep -c 'http' page.html
grep -o '<script' page.html
grep -o 'Content-Security-Policy" content="[^"]*' page.html
