"""How days stand on the screen, from country to country."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale

from therapy_diary.views.days import compact_date, date_in_words, day_in_words, short_day, start_in_words
from therapy_diary.views.sheets import day_writer, moment_writer, words_for

DAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def _country_put_back() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("country", "forms"),
    [
        ("en_GB", ["Tuesday 10 March 2026", "10 March 2026", "Tue 10 Mar", "10 Mar 2026"]),
        ("en_US", ["Tuesday, March 10, 2026", "March 10, 2026", "Tue, Mar 10", "Mar 10, 2026"]),
        ("de_DE", ["Dienstag, 10. März 2026", "10. März 2026", "Di., 10. März", "10. März 2026"]),
    ],
)
def test_every_form_is_written_as_the_country_does(country: str, forms: list[str]) -> None:
    QLocale.setDefault(QLocale(country))
    assert [it(DAY) for it in (day_in_words, date_in_words, short_day, compact_date)] == forms
    assert start_in_words(datetime(2026, 3, 10, 17, 0)).startswith(f"{forms[0]}, ")


@pytest.mark.parametrize("country", ["en_GB", "en_US", "he_IL"])
def test_a_printed_page_writes_all_its_days_in_one_form(country: str) -> None:
    QLocale.setDefault(QLocale(country))
    words = words_for("review")
    assert moment_writer(words)(datetime(2026, 3, 10, 17, 0)).startswith(day_writer(words)(DAY) + ", ")
