"""So few persons in public prose that one of them may be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint.danish import (
    ALL_COUNTS,
    CASES,
    COUNT_WORDS,
    ENDING,
    PERSONS,
    SPACE,
    counts_behind,
    matches,
    pattern,
    plain_words,
    value,
)
from answerkit.lint.passages import Kind, Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity

_ADJECTIVE = (
    r"(?!(?:række|gruppe|masse|mængde|del|håndfuld|flok)(?!\w))"
    r"(?:ny|ung|enkelt|udsat|\d+-årig|[a-zæøå]+(?:e|ig|sk|el|iv))"
)
_HIGH = rf"(?:{SPACE}?[–-]{SPACE}?|{SPACE}(?:eller|til){SPACE})(?P<high>{COUNT_WORDS}|\d{{1,3}})"
_OUT_OF = rf"{SPACE}(?:ud{SPACE})?af(?:{SPACE}(?:de|disse))?(?:{SPACE}\d+)?(?:{SPACE}[a-zæøå]+)??"
_FEW = pattern(
    rf"(?<![\w.,–§/-])(?P<number>én|ét|en|et|{COUNT_WORDS}|\d{{1,2}})(?:{_HIGH}|(?P<pair>{SPACE}par))?(?:{_OUT_OF})?"
    rf"(?:{SPACE}{_ADJECTIVE})?{SPACE}(?:{PERSONS}|(?P<case>{CASES})){ENDING}(?![\w-])"
)
_PAIR = 2
_ARTICLES = frozenset({"en", "et"})
_SUPPOSED = pattern(
    rf"(?:hver{SPACE}gang|hvornår|hvordan|eksempel,?{SPACE}(?:at)?|forældre{SPACE}(?:til|med)|(?:\A|[.\n]{SPACE}?)For){SPACE}?$"
    rf"|\b(?:for{SPACE}eksempel|fx|f\.eks\.){SPACE}[^.\n]{{0,40}}$"
)
_ALLOWED = pattern(
    rf"(?:,{SPACE}(?:der|som){SPACE}[^.,\n]{{1,60}},|{SPACE}eller{SPACE}(?:en|et){SPACE}\w+"
    rf"|{SPACE}(?:under|over){SPACE}\d+{SPACE}år)?{SPACE}"
    rf"(?:kan|skal|må|bør|vil|altid|typisk|normalt|har{SPACE}(?:ret|pligt|krav))(?!\w)"
)
_GRANTED = pattern(
    rf"\b(?:gives|ydes|tilbydes|bevilges|tildeles|gælder)(?!\w)[^.,:;]{{0,60}}\b(?:til|for){SPACE}$"
)
_MAY = pattern(
    rf"\b(?:kan|må|bør){SPACE}$|\b(?:kan|skal|bør){SPACE}(?:tilbyde|give|tildele|bevilge|yde|henvise|visitere|støtte"
    rf"|hjælpe|vejlede)(?:{SPACE}[a-zæøå]+{SPACE}til)?{SPACE}$"
)
_ONLY = pattern(rf"\b(?:kun|netop|blot|præcis|endnu|yderligere){SPACE}$")
_PLAIN = (
    r"(?:[^.:;\nA-ZÆØÅ0-9]|\n(?![\n*#-])|(?:(?<=fyldt )|(?<=under )|(?<=over )|(?<=mindst ))\d{1,2}(?= år))"
    r"{0,160}\."
)
_REST = re.compile(_PLAIN)
"""The rest of a sentence that tells of no place, no name, no number but an age that is a limit."""
_ANYONE = re.compile(
    rf",{SPACE}(?:der|som){SPACE}(?:har{SPACE}(?:(?:et|stort|særligt){SPACE}){{0,2}}(?:behov|brug|krav|ret|svært)(?!\w)|(?!har|var|\w+[dt]es(?!\w))[a-zæøå]+[rs](?!\w))"
    rf"(?P<more>{_PLAIN})"
)
"""A clause of which the same holds, and that tells of no one in particular."""
_PAST = (
    r"var|blev|blevet|fik|kom|gik|tog|gav|havde|hjalp|bad|skrev|fandt|begik|stod|sad|lå|gjorde|sagde|måtte|sidste"
    r"|\w+edes?|\w+[dgklmr]tes?"
)
"""Tells of what happened; a word too many costs a remark too many."""
_TOLD = pattern(
    rf"\b(?:{_PAST}|har|kun|netop|aktuelt|nu|i{SPACE}(?:år|dag|alt|øjeblikket)|for{SPACE}tiden"
    rf"|samlet|sammenlagt|fortsat|stadig|allerede|hidtil)(?!\w)"
)
"""Tells of what happened, or of the present state: somebody may be meant."""

_HAPPENED = pattern(rf"\b(?:{_PAST})(?!\w)")
_OF_THEM = pattern(
    rf"(?<![\w.,–§/-])(?P<number>én|ét|en|et|{COUNT_WORDS}|\d{{1,2}})(?:{_HIGH}|{SPACE}par)?"
    rf"{SPACE}(?:ud{SPACE})?af{SPACE}dem(?!\w)"
)
_WHEREOF = pattern(
    rf"\b(?:hvoraf|heraf)(?:{SPACE}(?:er|var|blev|har|kun))*{SPACE}(?P<number>én|en|{COUNT_WORDS}|\d{{1,2}})"
    rf"(?={SPACE}(?:er|var|blev|har|havde|med|under|over|i)(?!\w)|[.;](?!\d)|,(?!\d))"
)
_BOTH = pattern(
    rf"(?<!\w)begge{SPACE}(?:(?:de|disse|deres|hans|hendes){SPACE})?(?:{_ADJECTIVE}{SPACE})?"
    rf"(?:(?P<parents>forældre|mødre|fædre|ægtepar)|{PERSONS}|{CASES}){ENDING}(?![\w-])"
)
_STAFF = (
    r"[a-zæøå]*(?:medarbejder|ansat|pædagog|leder|behandler|rådgiver|kolleg|betjent|lærer|psykolog|konsulent"
    r"|mentor)"
)
_MEANT = pattern(rf"\b(?:(?P<staff>{_STAFF})[a-zæøå]*|(?:{PERSONS}|{CASES}){ENDING})(?![\w-])")
_REACH = 200
"""So many characters before »af dem« are read for whom it means."""
_AROUND = 500
"""So many characters on either side are read for what is said of those counted."""
_COUNTED = pattern(
    rf"(?<![\w.,–§/-])(?:{COUNT_WORDS}|\d+){SPACE}(?:{_ADJECTIVE}{SPACE})?"
    rf"(?:{PERSONS}|{CASES}){ENDING}(?![\w-])"
)
_LIMIT = pattern(
    rf"(?<!\w)(?:hver{SPACE}og|færre{SPACE}end|under|over|mindst|højst|mere{SPACE}end|pr\.|per|når|hvis|såfremt|§"
    rf"|\b(?:afsnit|kapitel|tabel|figur|bilag|(?:mål)?gruppe|klasse|trin|niveau|fase|kategori|type)){SPACE}$"
)


@passage_rule(Code.L109, Severity.ERROR)
def small_prose(passage: Passage, settings: LintSettings) -> Iterator[Remark]:
    """Den offentlige tekst nævner færre borgere end grænsen (small_count), fx »en borger« eller »to unge«.

    Så få kan måske genkendes. Skriv »færre end fem«, eller omskriv, så antallet ikke fremgår. Almindelige
    udsagn som »når en borger flytter« og »en ung kan få støtte« er tilladt. Sager tæller med, for en sag er
    én persons; medarbejdere gør ikke.

    »Tre af dem« tæller, når der lige før er nævnt borgere eller et tal med figure. »Støtten gives til en
    borger, der har behov« og »kommunen kan give en borger en rådgiver« er almindelige udsagn, når de står i
    nutid uden navne, steder og tal. »Begge forældre« tæller, når sætningen fortæller, hvad der er sket. Er
    reglen i tvivl, siger den til.
    """
    if passage.confidential or passage.kind is Kind.QUESTION:
        return
    text = passage.readable
    for match in matches(_FEW, text, ALL_COUNTS):
        if 0 < _most(match) < settings.small_count and not _is_general(match, text):
            yield Remark(match.start(), plain_words(match.group()))
    yield from _of_those_named(passage, settings.small_count)
    for match in counts_behind(text, rf"{PERSONS}|{CASES}"):
        if 0 < value(match["number"]) < settings.small_count:
            yield Remark(match.start(), match.group())


def _of_those_named(passage: Passage, limit: int) -> Iterator[Remark]:
    """»Tre af dem« and »hvoraf to« of persons named before, and »begge unge«."""
    text = passage.readable
    of_them = matches(_OF_THEM, text, ALL_COUNTS) if "dem" in text else ()
    whereof = _WHEREOF.finditer(text) if "eraf" in text or "voraf" in text else ()
    for match in (*of_them, *whereof):
        high = match.groupdict().get("high") or match["number"]
        if 0 < value(high) < limit and _means_persons(passage, match.start()):
            yield Remark(match.start(), plain_words(match.group()))
    if limit > _PAIR and "begge" in text.lower():
        for match in _BOTH.finditer(text):
            before, behind = _around(match, text)
            if not (_LIMIT.search(before) or (match["parents"] and _is_timeless(before, behind))):
                yield Remark(match.start(), plain_words(match.group()))


def _around(match: re.Match[str], text: str) -> tuple[str, str]:
    """What stands before the match and behind it, as far as it is read."""
    start, end = match.span()
    return text[max(0, start - _AROUND) : start], text[end : end + _AROUND]


def _is_timeless(before: str, behind: str) -> bool:
    """Whether nothing is told that happened: »begge forældre skal samtykke«."""
    return not any(map(_HAPPENED.search, (_sentence(before), behind.partition(".")[0])))


def _sentence(before: str) -> str:
    """What of it stands in the sentence that is not yet at its end."""
    return re.split(r"[.]|\n\n", before)[-1]


def _means_persons(passage: Passage, start: int) -> bool:
    """Whether persons were counted before, by a figure too, or those last named are no staff."""
    before = passage.readable[max(0, start - _REACH) : start]
    if _LIMIT.search(before):
        return False
    figure = "figure(" in passage.prose.text[max(0, start - _REACH) : start]
    if figure or not before.strip() or _COUNTED.search(before):
        return True
    named = [match["staff"] for match in _MEANT.finditer(before)]
    return bool(named) and not named[-1]


def _most(match: re.Match[str]) -> int:
    """The number, or the higher one of a range."""
    return value(match["high"] or match["number"])


def _is_general(match: re.Match[str], text: str) -> bool:
    """Whether nobody in particular is meant, or no number but a limit."""
    before, behind = _around(match, text)
    if _LIMIT.search(before):
        return True
    if match["number"].lower() not in _ARTICLES or match["pair"] or _ONLY.search(before):
        return False
    return bool(
        match["case"]
        or _is_supposed(before, behind)
        or _is_hard_for(before, behind)
        or _is_a_rule(before, behind)
    )


def _is_supposed(before: str, behind: str) -> bool:
    """Whether it is an example, or what anyone may do, and nothing that happened."""
    if allowed := _ALLOWED.match(behind):
        return not _HAPPENED.search(allowed.group())
    told = _sentence(before) + re.split(r"[.,]", behind, maxsplit=1)[0]
    return bool(_SUPPOSED.search(before)) and not _HAPPENED.search(told)


def _is_a_rule(before: str, behind: str) -> bool:
    """Whether it is said what anyone may get: »kan give en borger«, »gives til en borger, der har behov«."""
    sentence, anyone = _sentence(before), _ANYONE.match(behind)
    if anyone and _GRANTED.search(sentence):
        rest = anyone["more"]
    elif (plain := _REST.match(behind)) and _MAY.search(sentence):
        rest = plain.group()
    else:
        return False
    return not _TOLD.search(sentence) and not _TOLD.search(rest)


def _is_hard_for(before: str, behind: str) -> bool:
    """Whether it is said what it is for anyone to do something: »svært for en ung at bede om hjælp«."""
    return before.endswith("for ") and behind.startswith(" at ")
