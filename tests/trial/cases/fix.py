import re,sys
for f in sys.argv[1:]:
    t=open(f).read()
    t=re.sub(r'\b(stuk\.|\{ |^    )aantal\b(?= *[:0-9]| over| is|$| nvt| onbekend)',r'\1hoeveel',t,flags=re.M)
    t=t.replace('stuk.aantal','stuk.hoeveel')
    t=re.sub(r'^(regel|test) (een|geen|elk|precies|aantal|som|grootste|kleinste|vroegste|recentste|minstens|hoogstens)\b',r'\1 vraag-\2',t,flags=re.M)
    open(f,'w').write(t)
