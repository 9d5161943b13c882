"""Dates in words, as the Unicode CLDR writes them in each language (its long date format)."""

from __future__ import annotations

import datetime

from .locale import base

# language: (pattern, the twelve months as they stand within a date)
_FORMATS = {
    "ca": ("{d} {month} del {y}", "de gener,de febrer,de març,d’abril,de maig,de juny,de juliol,d’agost,de setembre,d’octubre,de novembre,de desembre"),
    "cs": ("{d}. {month} {y}", "ledna,února,března,dubna,května,června,července,srpna,září,října,listopadu,prosince"),
    "da": ("{d}. {month} {y}", "januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,december"),
    "de": ("{d}. {month} {y}", "Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember"),
    "de-at": ("{d}. {month} {y}", "Jänner,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember"),
    "el": ("{d} {month} {y}", "Ιανουαρίου,Φεβρουαρίου,Μαρτίου,Απριλίου,Μαΐου,Ιουνίου,Ιουλίου,Αυγούστου,Σεπτεμβρίου,Οκτωβρίου,Νοεμβρίου,Δεκεμβρίου"),
    "en": ("{d} {month} {y}", "January,February,March,April,May,June,July,August,September,October,November,December"),
    "es": ("{d} de {month} de {y}", "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre"),
    "fi": ("{d}. {month} {y}", "tammikuuta,helmikuuta,maaliskuuta,huhtikuuta,toukokuuta,kesäkuuta,heinäkuuta,elokuuta,syyskuuta,lokakuuta,marraskuuta,joulukuuta"),
    "fr": ("{d} {month} {y}", "janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre"),
    "hr": ("{d}. {month} {y}.", "siječnja,veljače,ožujka,travnja,svibnja,lipnja,srpnja,kolovoza,rujna,listopada,studenoga,prosinca"),
    "hu": ("{y}. {month} {d}.", "január,február,március,április,május,június,július,augusztus,szeptember,október,november,december"),
    "it": ("{d} {month} {y}", "gennaio,febbraio,marzo,aprile,maggio,giugno,luglio,agosto,settembre,ottobre,novembre,dicembre"),
    "ja": ("{y}年{m}月{d}日", ""),
    "ko": ("{y}년 {m}월 {d}일", ""),
    "nl": ("{d} {month} {y}", "januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december"),
    "no": ("{d}. {month} {y}", "januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember"),
    "pl": ("{d} {month} {y}", "stycznia,lutego,marca,kwietnia,maja,czerwca,lipca,sierpnia,września,października,listopada,grudnia"),
    "pt": ("{d} de {month} de {y}", "janeiro,fevereiro,março,abril,maio,junho,julho,agosto,setembro,outubro,novembro,dezembro"),
    "ro": ("{d} {month} {y}", "ianuarie,februarie,martie,aprilie,mai,iunie,iulie,august,septembrie,octombrie,noiembrie,decembrie"),
    "ru": ("{d} {month} {y} г.", "января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря"),
    "sk": ("{d}. {month} {y}", "januára,februára,marca,apríla,mája,júna,júla,augusta,septembra,októbra,novembra,decembra"),
    "sl": ("{d}. {month} {y}", "januar,februar,marec,april,maj,junij,julij,avgust,september,oktober,november,december"),
    "sv": ("{d} {month} {y}", "januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december"),
    "tr": ("{d} {month} {y}", "Ocak,Şubat,Mart,Nisan,Mayıs,Haziran,Temmuz,Ağustos,Eylül,Ekim,Kasım,Aralık"),
    "uk": ("{d} {month} {y} р.", "січня,лютого,березня,квітня,травня,червня,липня,серпня,вересня,жовтня,листопада,грудня"),
    "zh": ("{y}年{m}月{d}日", ""),
}  # fmt: skip
_SHORT = {
    "de": "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
}
_SAME = {"nb": "no", "nn": "no"}
_MONTH_FIRST = {"en", "en-us", "en-ca", "en-ph"}
_FIRST = {"fr": "1er", "it": "1º"}  # the first of a month


def format_date(date: datetime.date, lang: str) -> str:
    """The date in words: "4. Januar 2021", "January 4, 2021"; as ISO 8601 in a language that isn't in the table."""
    low = lang.lower()
    stem = base(low)
    stem = _SAME.get(stem, stem)
    pattern, months = _FORMATS.get("-".join(low.split("-")[:2])) or _FORMATS.get(stem) or ("", "")
    if not pattern:
        return date.isoformat()
    if low in _MONTH_FIRST:
        pattern = "{month} {d}, {y}"
    month = months.split(",")[date.month - 1] if months else ""
    day = _FIRST.get(stem, "1") if date.day == 1 else str(date.day)
    return pattern.format(d=day, m=date.month, y=date.year, month=month)


def month_name(month: int, lang: str, *, short: bool = False) -> str:
    """The month's name (1 to 12), or its usual short form; "" where the language isn't among those with both."""
    stem = base(lang)
    if stem not in _SHORT:
        return ""
    return (_SHORT[stem].split() if short else _FORMATS[stem][1].split(","))[month - 1]
