# throwaway: writes the tables of edges
words = [("na","na",("overtreding","overtreding","voldaan")),
("vanaf","vanaf",("overtreding","voldaan","voldaan")),
("voor","voor",("voldaan","overtreding","overtreding")),
("uiterlijk","uiterlijk",("voldaan","voldaan","overtreding")),
("tot-en-met","tot en met",("voldaan","voldaan","overtreding")),
("tot","tot",("voldaan","overtreding","overtreding"))]
o='''// De woorden die zeggen of de dag zelf meetelt: elk woord met de dag ervoor, de dag zelf en de dag erna.
begrip School wortel
    stukken : lijst van Stuk
begrip Stuk
    datum : datum
    grens : datum gepland
bron B "Bron"
'''
for n,w,_ in words:
    o+=f'''
regel woord-{n} "{w}"
    bron B ernst fout voor elk stuk
    eis stuk.datum {w} stuk.grens
    melding "niet {w}"
'''
for n,w,e in words:
    for day,label,out in zip(("09-03-2025","10-03-2025","11-03-2025"),("de dag ervoor","de dag zelf","de dag erna"),e):
        o+=f'''
test woord-{n} "{label}"
    peildatum 1 mei 2025
    gegeven stuk {{ datum {day} grens 10-03-2025 }}
    verwacht {out}
'''
open("woorden-van-grenzen.regels","w").write(o)

# partly known dates on each side of each bound
o='''// Een datum waarvan alleen de maand of het jaar bekend is, is een tijdvak. Een vergelijking is alleen
// onbekend waar de grens in dat tijdvak valt.
begrip School wortel
    stukken : lijst van Stuk
begrip Stuk
    datum : datum
    grens : datum gepland
bron B "Bron"
'''
for n,w,_ in words:
    o+=f'''
regel woord-{n} "{w}"
    bron B ernst fout voor elk stuk
    eis stuk.datum {w} stuk.grens
    melding "niet {w}"
'''
o+='''
regel gelijk "op"
    bron B ernst fout voor elk stuk
    eis stuk.datum is stuk.grens
    melding "niet op"

regel op-tijd "binnen"
    bron B ernst fout voor elk stuk zonder termijnenwet
    eis stuk.datum binnen 10 dagen na stuk.grens
    melding "niet binnen"
'''
# (datum, grens) -> outcomes for na, vanaf, voor, uiterlijk, tot-en-met, tot, gelijk
V,O,U="voldaan","overtreding","onbekend"
rows=[("2024-03","29-02-2024","maand na de grens",(V,V,O,O,O,O,O)),
("2024-03","01-03-2024","maand die op de grens begint",(U,V,O,U,U,O,U)),
("2024-03","15-03-2024","maand met de grens erin",(U,U,U,U,U,U,U)),
("2024-03","31-03-2024","maand die op de grens eindigt",(O,U,U,V,V,U,U)),
("2024-03","01-04-2024","maand voor de grens",(O,O,V,V,V,V,O)),
("2023","31-12-2022","jaar na de grens",(V,V,O,O,O,O,O)),
("2023","01-01-2023","jaar dat op de grens begint",(U,V,O,U,U,O,U)),
("2023","01-07-2023","jaar met de grens erin",(U,U,U,U,U,U,U)),
("2023","31-12-2023","jaar dat op de grens eindigt",(O,U,U,V,V,U,U)),
("2023","01-01-2024","jaar voor de grens",(O,O,V,V,V,V,O)),
("01-03-2024","2024-03","de grens is een maand die op de dag begint",(O,U,U,V,V,U,U)),
("31-03-2024","2024-03","de grens is een maand die op de dag eindigt",(U,V,O,U,U,O,U)),
("2024-02","2024-03","maand tegen latere maand",(O,O,V,V,V,V,O)),
("2024-03","2024-03","maand tegen dezelfde maand",(U,U,U,U,U,U,U)),
("2024-03","2024","maand tegen haar jaar",(U,U,U,U,U,U,U))]
names=[n for n,_,_ in words]
for d,g,label,outs in rows:
    for n,out in zip(["woord-"+x for x in names]+["gelijk"],outs):
        o+=f'''
test {n} "{label}"
    peildatum 1 mei 2025
    gegeven stuk {{ datum {d} grens {g} }}
    verwacht {out}
'''
for d,g,label,out in [("11-03-2024","2024-03","de laatste dag van de vroegste termijn",V),
 ("12-03-2024","2024-03","een dag later dan de vroegste termijn",U),
 ("10-04-2024","2024-03","de laatste dag van de laatste termijn",U),
 ("11-04-2024","2024-03","een dag later dan de laatste termijn",O),
 ("2024-03","10-03-2024","een maand met het eind van de termijn erin",U),
 ("2024-03","21-03-2024","een maand die op het eind van de termijn eindigt",V),
 ("2024-03","19-02-2024","een maand na het eind van de termijn",O)]:
    o+=f'''
test op-tijd "{label}"
    peildatum 1 mei 2025
    gegeven stuk {{ datum {d} grens {g} }}
    verwacht {out}
'''
o+='''
test woord-na "een jaar waarin de peildatum valt: misschien is het nog niet gebeurd"
    peildatum 1 juni 2025
    gegeven stuk { datum 2025 grens 01-03-2024 }
    verwacht onbekend

test woord-na "een jaar dat na de peildatum begint is nog niet gebeurd"
    peildatum 1 juni 2024
    gegeven stuk { datum 2025 grens 01-03-2024 }
    verwacht overtreding
'''
open("deels-bekende-datums.regels","w").write(o)

# terms
o='''// Termijnen: `binnen` telt de laatste dag mee en de begindag niet; `vanaf` telt de begindag mee.
// Zonder laag geldt de Algemene termijnenwet; `zonder termijnenwet` schuift nooit op.
begrip School wortel
    stukken : lijst van Stuk
begrip Stuk
    begin : datum gepland
    datum : datum
    gesprek : datum gepland
bron B "Bron"
'''
rules=[("zes-weken","zonder termijnenwet","stuk.datum binnen 6 weken na stuk.begin"),
("zes-weken-wet","","stuk.datum binnen 6 weken na stuk.begin"),
("zes-weken-vanaf","zonder termijnenwet","stuk.datum binnen 6 weken vanaf stuk.begin"),
("een-maand","zonder termijnenwet","stuk.datum binnen 1 maand na stuk.begin"),
("jaar-en-maand","zonder termijnenwet","stuk.datum binnen 1 jaar na stuk.begin"),
("drie-dagen-wet","met termijnenwet","stuk.datum binnen 3 dagen na stuk.begin"),
("dertien-weken-wet","met termijnenwet","stuk.datum binnen 13 weken na stuk.begin"),
("vijf-werkdagen","zonder termijnenwet","stuk.datum binnen 5 werkdagen na stuk.begin"),
("ten-minste-voor","","stuk.datum ten minste 2 weken voor stuk.gesprek"),
("twee-weken-voor","","stuk.datum uiterlijk (2 weken voor stuk.gesprek)")]
for n,s,e in rules:
    o+=f'''
regel {n} "{n}"
    bron B ernst fout {s} voor elk stuk
    eis {e}
    melding "te laat"
'''
T=[
("zes-weken","10-03-2025",[("10-03-2025",V,"op de begindag zelf"),("20-04-2025",V,"de dag voor de laatste"),("21-04-2025",V,"de laatste dag is Tweede Paasdag en telt mee"),("22-04-2025",O,"de dag erna")]),
("zes-weken-wet","10-03-2025",[("21-04-2025",V,"op Tweede Paasdag"),("22-04-2025",V,"Tweede Paasdag schuift naar dinsdag"),("23-04-2025",O,"de dag na het schuiven")]),
("zes-weken-vanaf","10-03-2025",[("20-04-2025",V,"de begindag telt mee, dus een dag eerder"),("21-04-2025",O,"zes weken na is een dag te laat")]),
("een-maand","31-01-2025",[("28-02-2025",V,"een maand na 31 januari is het eind van februari"),("01-03-2025",O,"1 maart is te laat")]),
("een-maand","31-01-2024",[("29-02-2024",V,"in een schrikkeljaar 29 februari"),("01-03-2024",O,"1 maart is te laat")]),
("jaar-en-maand","29-02-2024",[("28-02-2025",V,"een jaar na 29 februari is 28 februari"),("01-03-2025",O,"1 maart is te laat")]),
("drie-dagen-wet","17-04-2025",[("22-04-2025",V,"twee werkdagen: dinsdag na Pasen en woensdag"),("23-04-2025",V,"woensdag is de tweede werkdag"),("24-04-2025",O,"donderdag is te laat")]),
("dertien-weken-wet","20-01-2025",[("21-04-2025",V,"een termijn van meer dan twaalf weken eindigt op Tweede Paasdag"),("22-04-2025",O,"en schuift niet")]),
("vijf-werkdagen","14-04-2025",[("23-04-2025",V,"Goede Vrijdag, het weekend en Tweede Paasdag tellen niet"),("24-04-2025",O,"de zesde werkdag")]),
]
for n,b,days in T:
    for d,out,label in days:
        o+=f'''
test {n} "{label}"
    peildatum 1 mei 2025
    gegeven stuk {{ begin {b} datum {d} }}
    verwacht {out}
'''
for n in ("ten-minste-voor","twee-weken-voor"):
    for d,out,label in [("31-05-2025",V,"de dag ervoor"),("01-06-2025",V,"op een zondag die niet schuift"),("02-06-2025",O,"een dag te laat")]:
        o+=f'''
test {n} "{label}"
    peildatum 1 juli 2025
    gegeven stuk {{ datum {d} gesprek 15-06-2025 }}
    verwacht {out}
'''
o+='''
test zes-weken "zonder datum loopt de termijn op de laatste dag nog"
    peildatum 21 april 2025
    gegeven stuk { begin 10-03-2025 datum nvt }
    verwacht loopt tot en met 21-04-2025

test zes-weken "zonder datum is de dag erna te laat"
    peildatum 22 april 2025
    gegeven stuk { begin 10-03-2025 datum nvt }
    verwacht overtreding

test zes-weken "een onbekende datum loopt zolang de termijn loopt"
    peildatum 21 april 2025
    gegeven stuk { begin 10-03-2025 datum onbekend }
    verwacht loopt tot en met 21-04-2025

test zes-weken "een onbekende datum is na de termijn onbekend"
    peildatum 22 april 2025
    gegeven stuk { begin 10-03-2025 datum onbekend }
    verwacht onbekend

test zes-weken "een datum na de peildatum is niet gebeurd"
    peildatum 1 april 2025
    gegeven stuk { begin 10-03-2025 datum 02-04-2025 }
    verwacht loopt tot en met 21-04-2025

test zes-weken "de termijn is nog niet begonnen"
    peildatum 1 april 2025
    gegeven stuk { begin nvt datum nvt }
    verwacht loopt

test zes-weken "het begin is onbekend"
    peildatum 1 april 2025
    gegeven stuk { begin onbekend datum 01-03-2025 }
    verwacht onbekend

test zes-weken-wet "loopt tot na het schuiven"
    peildatum 22 april 2025
    gegeven stuk { begin 10-03-2025 datum nvt }
    verwacht loopt tot en met 22-04-2025

test ten-minste-voor "loopt tot de laatste dag"
    peildatum 1 juni 2025
    gegeven stuk { datum nvt gesprek 15-06-2025 }
    verwacht loopt tot en met 01-06-2025

test ten-minste-voor "daarna is het te laat"
    peildatum 2 juni 2025
    gegeven stuk { datum nvt gesprek 15-06-2025 }
    verwacht overtreding
'''
open("termijnen.regels","w").write(o)
