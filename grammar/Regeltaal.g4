// Regeltaal: the language in which requirements on schools are written (docs/regeltaal.md).
// The parser built from this file is used in checker/language/parse.cpp and nowhere else.
grammar Regeltaal;

// One item, and how the next one starts, which tells where this one ends.
itemAndNext : item (nextItem | EOF) ;
nextItem
    : DOC* ('kalender' 'lesperiode' | 'schrikkelverjaardag' 'op' | 'documenten' 'in' | 'feestdag' (INT | DATE)
    | ('module' | 'bron' | 'onderwerp' | 'regel' | 'test') name STRING
    | 'gelijkwaardig' name ('.' name)? STRING
    | ('keuzelijst' | 'stel') name '='
    | ('gebruikt' | 'parameter' | 'begrip' | 'definitie' | 'ongetoetst') name)
    ;

item
    : moduleDecl | useDecl | sourceDecl | optionsDecl | parameterDecl | overrideDecl
    | conceptDecl | definitionDecl | topicDecl | calendarDecl | documentsDecl | holidayDecl
    | leapBirthdayDecl | leftOutDecl | ruleDecl | testDecl | equivalentDecl
    ;

// ---- modules, sources, parameters -------------------------------------------------------------

moduleDecl : 'module' name STRING 'versie' (REF | INT) 'laag' name ;
useDecl : 'gebruikt' name (',' name)* ;
sourceDecl : DOC* 'bron' name STRING name? statute? ;
statute : 'zonder' 'termijnenwet' | 'met' 'termijnenwet' ;
optionsDecl : DOC* 'keuzelijst' name '=' optionDef (',' optionDef)* ;
optionDef : option ('ook' option)* ;
parameterDecl : DOC* 'parameter' name STRING? '=' setting bounds? ;
bounds : 'tussen' setting 'en' setting | 'wettelijk' ;
overrideDecl : 'stel' name '=' setting ('want' STRING)? ;
// A provision that no rule keeps, on purpose.
leftOutDecl : 'ongetoetst' reference 'want' STRING ;
setting : duration | number | yesNo | dateLiteral | STRING ;

// ---- vocabulary -------------------------------------------------------------------------------

conceptDecl : DOC* 'begrip' name STRING? conceptMark* attribute* ;
conceptMark : 'gebeurtenis' 'op' name | 'wortel' ;
attribute : DOC* name ':' type attributeMark* ;
type
    : 'tekst'                                     # textType
    | 'getal'                                     # numberType
    | JA_NEE                                      # truthType
    | 'datum'                                     # dateType
    | 'schooljaar'                                # schoolYearType
    | 'duur' 'in' unit                            # durationType
    | 'keuze' 'uit' optionDef (',' optionDef)*    # choiceType
    | 'verwijzing' 'naar' name                    # referenceType
    | 'lijst' 'van' name                          # listType
    | 'een' name                                  # partType
    | name                                        # namedType
    ;
attributeMark
    : 'verplicht' | 'sleutel' | 'gepland' | 'vertrouwelijk' | 'patroon' STRING ('als' STRING)?
    | 'leeg' 'is' 'nvt'
    | 'zonder' 'bewijslast' | STRING
    ;

// Where a dossier states the school's calendar: lesson periods, holidays in them, single days off.
calendarDecl
    : 'kalender' 'lesperiode' column 'tot' 'en' 'met' column
      'vakantie' column 'tot' 'en' 'met' column 'vrij' column
    ;
// The kenmerk that names the file of a document.
documentsDecl
    : 'documenten' 'in' column ('en' column)? ('met' documentOption (',' documentOption)*)?
    ;
// What a user states on the command line about a document without a dossier.
documentOption : name 'in' column ('anders' option)? ;
column : name '.' name ;
// A day equated with a public holiday by royal decree.
holidayDecl : 'feestdag' dateLiteral STRING ;
// When who was born on 29 February becomes a year older in a year without that day.
leapBirthdayDecl : 'schrikkelverjaardag' 'op' INT monthName STRING ;

definitionDecl : DOC* 'definitie' name ('.' name)? parameters? '=' expression ;
parameters : 'op' name | '(' parameter (',' parameter)* ')' ;
parameter : name ':' type ;

topicDecl : DOC* 'onderwerp' name STRING topicClause* ;
topicClause
    : 'koppen' strings                                   # topicHeadings
    | 'sterk' strings                                    # topicStrong
    | 'zwak' strings ('ten' 'minste' INT)?               # topicWeak
    | 'bij' strings                                      # topicBeside
    | 'verouderd' strings                                # topicOutdated
    | 'minimum' INT 'woorden'                            # topicMinimum
    | ('getal' | 'datum') 'nodig'                        # topicNumber
    | 'verwijzing' 'telt'                                # topicPointer
    | 'algemeen' 'telt'                                  # topicGeneral
    | 'deel' name STRING 'termen' strings ('getal' 'nodig')?  # topicPart
    | 'waarde' name STRING ('patroon' STRING | 'schooljaar')  # topicValue
    ;
strings : STRING (',' STRING)* ;

// ---- rules ------------------------------------------------------------------------------------

ruleDecl : DOC* 'regel' name STRING clause* ;
clause
    : 'bron' citation (';' citation)*                    # sourceClause
    | 'ernst' name                                       # severityClause
    | 'urgentie' name                                    # urgencyClause
    | 'zekerheid' name                                   # certaintyClause
    | 'geldig' fromDate? toDate? (',' 'getoetst' 'op' value)?  # validityClause
    | 'voor' ('elk' | 'elke') domainCore ('met' expression)?   # subjectClause
    | 'steunt' 'op' name (',' name)*                     # prerequisiteClause
    | 'tenzij' expression STRING                         # exceptionClause
    | statute                                            # statuteClause
    | 'alleen' 'als' expression                          # scopeClause
    | 'eis' pendable                                     # requirementClause
    | 'oordeel' STRING                                   # judgementClause
    | 'toon' value (',' value)*                          # showClause
    | 'bij' 'onbekend' 'overtreding'                     # burdenClause
    | 'melding' STRING                                   # messageClause
    | 'herstel' STRING                                   # remedyClause
    | 'onderdeel' name STRING?                           # partClause
    ;
fromDate : 'vanaf' dateLiteral ;
toDate : 'tot' 'en' 'met' dateLiteral ;
citation : reference ('als' expression)? ;
reference
    : name ('artikel' ref)? ('lid' refs)? ('onder' refs)? ('volzin' refs)? ('tekst' dateLiteral)?
      ('plaats' STRING)?
    ;
refs : ref ((',' | 'en') ref)* ;
ref : REF | INT | name ;

// ---- expressions ------------------------------------------------------------------------------

// A condition that can still be met up to a day, or until something has happened.
pendable : expression ('loopt' 'tot' (through='en' 'met')? value)? ;
expression : implication | disjunction ;
implication : 'als' disjunction 'dan' (implication | disjunction ('anders' expression)?) ;
disjunction : conjunction ('of' conjunction)* ;
conjunction : negation ('en' negation)* ;
negation : 'niet' negation | quantifier | comparison ;

comparison : value comparator? | INT unit afterLength? ;
// A length of time is no value; it is read here so that the message can say so.
afterLength
    : 'is' bound operand | 'is' 'niet'? optionList
    | ('uiterlijk' | 'tot' ('en' 'met')?) value
    ;
comparator
    : 'is' 'niet'? 'ingevuld'                             # filledIn
    | 'ontbreekt'                                        # missing
    | 'staat' 'ook' 'bij' 'een' ('ander' | 'andere') name  # elsewhere
    | 'is' bound operand                                 # numberBound
    | 'is' 'niet'? optionList                             # equality
    | dateRelation value                                 # dateComparison
    | 'binnen' term                                      # within
    | 'ten' 'minste' duration 'voor' value               # atLeastBefore
    | 'behandelt' name ('deel' name)?                     # treatsTopic
    | 'noemt' 'ander' STRING 'dan' value                 # mentionsOther
    | 'noemt' 'bij' name 'ander' name 'dan' value         # statesOther
    | 'noemt' 'bij' name 'meer' 'dan' 'een' name          # statesTwo
    | 'noemt' value                                      # mentions
    ;
bound : 'ten' 'minste' | 'ten' 'hoogste' | 'meer' 'dan' | 'minder' 'dan' ;
dateRelation : 'na' | 'vanaf' | ('voor' | 'vóór') | 'uiterlijk' | 'tot' 'en' 'met' | 'tot' ;
optionList : comparand ('of' (option | literal))* ;
comparand : operand | WORD ;
term : duration ('na' | 'vanaf') value termChange* ;
termChange
    : 'verlengd' 'tot' value 'met' 'ten' 'hoogste' duration 'als' conjunction   # extension
    | 'opgeschort' 'van' value 'tot' 'en' 'met' value 'voor' ('elk' | 'elke') domain  # suspension
    ;
duration : INT unit | path ;
unit
    : 'dag' | 'dagen' | 'week' | 'weken' | 'maand' | 'maanden' | 'jaar' | 'jaren' | 'werkdag'
    | 'werkdagen' | 'schooldag' | 'schooldagen' | 'lesweek' | 'lesweken'
    ;

quantifier
    : 'er' 'is' 'een' domain                             # exists
    | 'er' 'is' 'geen' domain                            # none
    | 'er' 'zijn' count value domain                     # counted
    | 'voor' ('elk' | 'elke') domain 'geldt' expression  # forAll
    | 'ten' 'minste' 'elke' duration 'vanaf' value 'is' 'er' 'een' closedDomain 'volgens' value # recurring
    ;
count : 'ten' 'minste' | 'ten' 'hoogste' | 'precies' ;

domain : domainCore asFarAsKnown? ('met' expression)? | derivedDomain ;
// What the dossier doesn't tell, doesn't count.
asFarAsKnown : 'voor' 'zover' 'bekend' ;
derivedDomain
    : 'schooljaar' alias? 'tussen' value 'en' value                          # yearDomain
    | 'opeenvolgend' 'paar' '(' name ',' name ')' 'van' closedDomain 'volgens' value  # pairDomain
    | 'reeks' alias 'van' closedDomain 'lopend' 'van' value 'tot' 'en' 'met' value
      ('met' 'gat' 'van' 'ten' 'hoogste' INT unit)?                           # seriesDomain
    | 'drempeldag' alias? 'waarop' value 'over' closedDomain 'volgens' value
      'bereikt' value 'binnen' duration ('opnieuw' 'na' value 'over' closedDomain)? # thresholdDomain
    ;
// Inside a value a condition stands in parentheses, so that it is clear where it ends.
closedDomain : domainCore asFarAsKnown? ('met' closedFilter)? | derivedDomain ;
closedFilter : '(' expression ')' | path ;
domainCore : name alias? ('van' path)? ;
alias : 'als' name ;

value
    : 'aantal' closedDomain                              # countValue
    | ('vroegste' | 'recentste' | 'som' | 'grootste' | 'kleinste') value 'over' closedDomain  # aggregate
    | ('eerste' | 'laatste') closedDomain 'volgens' value  # chosenRow
    | INT unit ('na' | 'vanaf' | 'voor' | 'vóór') value   # shiftedDate
    | primary                                            # plainValue
    ;
// Where nothing can follow that a length could be counted from: elsewhere `3 weken voor` would be read
// two ways up to the end of what follows.
operand : value | INT unit ;
primary
    : literal                                            # literalValue
    | path                                               # pathValue
    | '(' pendable ')' ('.' name)*                       # grouped
    ;
path : name ('.' name)* arguments? ;
arguments : '(' operand (',' operand)* ')' | 'op' primary ;
literal : number | yesNo | dateLiteral | STRING | SCHOOL_YEAR ;
number : INT | DECIMAL ;
yesNo : 'ja' | 'nee' ;
dateLiteral : DATE | INT monthName INT ;
monthName
    : 'januari' | 'februari' | 'maart' | 'april' | 'mei' | 'juni' | 'juli' | 'augustus'
    | 'september' | 'oktober' | 'november' | 'december'
    ;

// ---- tests beside rules -----------------------------------------------------------------------

testDecl : 'test' name STRING testClause* ;
testClause
    : 'peildatum' dateLiteral                            # testDate
    | 'stel' name '=' setting                            # testSetting
    | 'gegeven' fact+                                    # testFacts
    | 'tekst' 'van' STRING STRING+                       # testDocument
    | 'verwacht' outcome ('in' 'onderdeel' name)? ('bij' name INT)?
      ('met' 'melding' STRING)? ('met' 'herstel' STRING)? # testExpectation
    ;
// A mutant of a rule or definition (see `toets test --mutate`) that no test can tell from it, and why.
equivalentDecl : 'gelijkwaardig' mutated STRING 'want' STRING ;
mutated : name ('.' name)? ;
fact
    : 'geen' name                                        # emptyList
    | name '{' fact* '}'                                 # factGroup
    | name factValue                                     # factAttribute
    ;
factValue : dateLiteral | SCHOOL_YEAR | INT unit | number | yesNo | STRING | REF | WORD | 'onbekend' | 'nvt' | name ;
outcome
    : 'voldaan' | 'overtreding' | 'onbekend' | 'uitgezonderd' | 'oordeel'
    | 'loopt' ('tot' 'en' 'met' dateLiteral)?
    | 'geblokkeerd' ('door' name)?
    | 'niet' 'van' 'toepassing'
    ;

// ---- words ------------------------------------------------------------------------------------

option : name | WORD | REF | yesNo ;

// Keywords that are also good names for kenmerken, begrippen and options.
name
    : ID
    | 'module' | 'versie' | 'laag' | 'bron' | 'parameter' | 'begrip' | 'gebeurtenis' | 'wortel'
    | 'tekst' | 'getal' | 'datum' | 'schooljaar' | 'keuze' | 'verwijzing' | 'lijst' | 'sleutel'
    | 'gepland' | 'patroon' | 'koppen' | 'termen' | 'minimum' | 'woorden' | 'regel' | 'ernst'
    | 'urgentie' | 'zekerheid' | 'artikel' | 'lid' | 'onder' | 'volzin' | 'plaats' | 'melding'
    | 'herstel' | 'onderdeel' | 'oordeel' | 'dag' | 'week' | 'maand' | 'jaar' | 'schooldagen'
    | 'werkdag' | 'schooldag' | 'lesweek' | 'lesweken' | 'reeks' | 'drempeldag' | 'test'
    | 'peildatum' | 'overtreding' | 'voldaan' | 'onderwerp' | 'deel' | 'definitie' | 'paar'
    | 'termijnenwet' | 'eis' | 'verlengd' | 'opgeschort' | 'gat' | 'mei' | 'verplicht'
    | 'ander' | 'andere' | 'staat' | 'bekend' | 'waarde' | 'documenten' | 'kalender' | 'vakantie' | 'feestdag' | 'vertrouwelijk' | 'gegeven' | 'toepassing' | 'wettelijk'
    | 'bewijslast' | 'duur'
    ;

JA_NEE : 'ja/nee' ;
DATE : DIGIT DIGIT? '-' DIGIT DIGIT? '-' DIGIT DIGIT DIGIT DIGIT
     | DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT
     | DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT ;
SCHOOL_YEAR : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT DIGIT DIGIT ;
INT : DIGIT+ ;
DECIMAL : DIGIT+ ',' DIGIT+ ;
REF : DIGIT+ ([.:] DIGIT+)* [a-zA-Z]* ;
WORD : DIGIT+ '-' LETTER (LETTER | DIGIT | '-')* ;
STRING : '"' (~["\\\r\n] | '\\' .)* '"' ;
UNFINISHED : '"' (~["\\\r\n] | '\\' .)* ;
ID : LETTER (LETTER | DIGIT | '-')* ;
DOC : '///' ~[\r\n]* ;
COMMENT : '//' ~[\r\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;
SPACE : [ \t\r\n\u00A0\uFEFF]+ -> skip ;

fragment DIGIT : [0-9] ;
fragment LETTER : [a-zA-Z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F] ;
