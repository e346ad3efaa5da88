"""Dates as people and programs write them: 01 January 2019 at 00:00, Jan 1st 2019, 09.06.2013 15:39, 6/28/2020 6:22 PM."""

import calendar
import re
from contextlib import suppress
from datetime import date, datetime, time
from functools import lru_cache

from therapy_diary.exchange.found import LeftOut, Why
from therapy_diary.exchange.moments import YEARS, plainly, read_iso

LONGEST = 80
_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_OTHER_MONTHS = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jan feb mär apr mai jun jul aug sep okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "januar februar marts april maj juni juli august september oktober november december",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
)
_OTHER_SMALL = (
    "montag dienstag mittwoch donnerstag freitag samstag sonntag um lundi mardi mercredi jeudi vendredi samedi dimanche à le"
    " lunes martes miércoles jueves viernes sábado domingo a las la del maandag dinsdag woensdag donderdag vrijdag zaterdag"
    " zondag alle ore às om kl o г в года mez mesz uhr er בשעה יום"
)
"""What programs write in other languages than that of this process: a diary comes from another computer."""
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?(?(4)[Mm]\.?)(?!\d)")
_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?!\d)")
_OFFSET = re.compile(r"\b(?:GMT|UTC) ?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)")
_EAST = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_WORD = re.compile(r"[^\W\d_]+\.?|\d+")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/\d{2,4}")


def read_date(text: str, *, day_first: bool = True) -> datetime | date:
    """The date a text is, with a time where it has one. Raises LeftOut when it is none, or has other words in it."""
    text = plainly(text)
    if not text or len(text) > LONGEST:
        raise LeftOut(Why.NO_DATE)
    text = _EAST.sub(_in_order, _OFFSET.sub("", text)).strip()
    try:
        return read_iso(text)
    except LeftOut as error:
        if error.why is not Why.NO_DATE:
            raise
    clock = _CLOCK.search(text)
    rest = text if clock is None else text[: clock.start()] + " " + text[clock.end() :]
    try:
        on = _in_numbers(rest.strip(" ,"), day_first=day_first) or _in_words(rest)
        if on is None:
            raise LeftOut(Why.NO_DATE)
        if on.year not in YEARS:
            raise LeftOut(Why.ABSURD_DATE)
        return on if clock is None else datetime.combine(on, _time(clock))
    except ValueError as error:
        raise LeftOut(Why.ABSURD_DATE) from error


def _in_order(found: re.Match[str]) -> str:
    """A date of the far East in the words of the West."""
    month = int(found[2])
    return f"{found[3]} {_ENGLISH[month - 1]} {found[1]} " if 1 <= month <= 12 else found[0]


def offset_in(text: str) -> str:
    """The offset that a date names, such as +02:00 for GMT+2; empty where it names none."""
    found = _OFFSET.search(plainly(text))
    return f"{found[1]}{int(found[2]):02}:{found[3] or '00'}" if found else ""


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    for day_first in (True, False):
        with suppress(LeftOut):
            read_date(text, day_first=day_first)
            return True
    return False


def day_comes_first(texts: list[str]) -> bool:
    """Whether 6/9/2013 means the sixth of September here: it does unless some date can only be read the other way."""
    found = [it for text in texts if (it := _SLASHED.search(text))]
    if any(int(it[1]) > 12 for it in found):
        return True
    return not any(int(it[2]) > 12 for it in found)


def _time(clock: re.Match[str]) -> time:
    hour, half = int(clock[1]), (clock[4] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError("12 hours only")
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(clock[2]), int(clock[3] or 0))


def _in_numbers(text: str, *, day_first: bool) -> date | None:
    """Dots always mean that the day comes first."""
    found = _NUMBERS.fullmatch(text)
    if found is None:
        return None
    first, sign, second, third = int(found[1]), found[2], int(found[3]), int(found[4])
    if len(found[1]) == 4:
        return date(first, second, third)
    year = third if len(found[4]) == 4 else 2000 + third
    if sign == "/" and not day_first:
        return date(year, first, second)
    return date(year, second, first)


def _in_words(text: str) -> date | None:
    """A month by name with a day and a year; a weekday and small words may stand around them."""
    months: list[int] = []
    days: list[int] = []
    years: list[int] = []
    for word in _WORD.findall(text):
        low = word.rstrip(".").casefold()
        if low.isdigit():
            (years if len(low) == 4 else days).append(int(low))
        elif low in _months():
            months.append(_months()[low])
        elif low not in _around():
            return None
    if len(months) != 1 or len(days) != 1 or len(years) != 1:
        return None
    return date(years[0], months[0], days[0])


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Months in English, whole and short, and in the language of this process."""
    named = {name: place for place, name in enumerate(_ENGLISH, start=1)}
    short = {name[:3]: place for name, place in named.items()}
    own = {calendar.month_name[it].casefold(): it for it in range(1, 13)}
    own_short = {calendar.month_abbr[it].rstrip(".").casefold(): it for it in range(1, 13)}
    others = {name: place for names in _OTHER_MONTHS for place, name in enumerate(names.split(), start=1)}
    return {**others, **own_short, **own, **short, "sept": 9, **named}


@lru_cache(maxsize=1)
def _around() -> frozenset[str]:
    """Words that stand in a date beside day, month and year."""
    week = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    own = [calendar.day_name[it].casefold() for it in range(7)]
    small = ("at", "on", "of", "the", "st", "nd", "rd", "th", "de", "um", "gmt", "utc", "cet", "cest", "est", "edt", "cst",
             "cdt", "mst", "mdt", "pst", "pdt", "bst", "ist", "z", "jst", "kst", "hkt", "sgt", "aest", "aedt", "acst", "awst", "nzst", "nzdt",
             "msk", "wet", "west", "eet", "eest", "idt", "akst", "akdt", "hst", "brt", "art", "sast")  # fmt: skip
    return frozenset(
        (*_OTHER_SMALL.split(), *week, *(it[:3] for it in week), "tues", "thur", "thurs", *own, *small)
    )
