"""Words of every day, which as a client's name tell nothing: looked for in decks of others, they would be found in all of them."""

from __future__ import annotations

_WORDS = """null eins zwei drei vier fünf sechs sieben acht neun zehn erste erster erstes one two three four five six seven eight nine ten first second
    sie ihr ihre ihrer ihren ihrem ihres wir uns unser unsere du dein deine euch euer er es ich man mein meine der die das den dem des ein eine
    einen einem einer und oder für von vom zu zum zur im in am an auf bei mit aus nach neu neue alle alles
    kunde kunden kundin mandant klient auftraggeber firma firmen unternehmen betrieb betriebe konzern gesellschaft gruppe organisation name verein verband
    bank banken sparkasse post bahn markt märkte haus stadt land gemeinde schule hochschule universität klinik krankenhaus praxis kanzlei hotel verlag
    handel industrie handwerk mittelstand maschinenbau automotive versicherung versicherungen energie bau werk werke team partner welt licht zeit
    mensch menschen mitarbeiter vortrag probe beispiel muster vorlage standard basis allgemein intern extern test demo entwurf kurz lang
    you your yours we our ours us they them it its he she i me my the a an and or for of to at on by with from new all
    client clients customer customers company companies firm business corporation corporate group organisation organization association
    bank banks post office market markets house city country town school university hospital clinic practice hotel publisher trade industry
    insurance energy construction works team partner partners world light time people staff talk sample example template default base basic
    general internal external generic public private draft short long target gap"""
ORDINARY = frozenset(_WORDS.split())
