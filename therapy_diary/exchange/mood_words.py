"""What a mood may mean that another program knows by a name of the person's own: an offer, never more."""

FIVE = range(1, 6)
"""From the hardest to the best."""
_OFTEN = {
    5: "rad, super, great, amazing, awesome, excellent, very good, love it, happy, perfect, super gut, sehr gut, toll,"
    " glücklich, genial, excelente, increíble, muy bien, génial, très bien, super bien, מעולה, מצוין, נהדר, שמח",
    4: "good, fine, well, nice, content, calm, gut, zufrieden, bien, bueno, contento, bon, טוב, רגוע",
    3: "meh, ok, okay, so so, so-so, so naja, naja, neutral, normal, average, mittel, geht so, so lala, regular, más o menos,"
    " bof, comme ci comme ça, moyen, ככה ככה, בסדר, סביר",
    2: "bad, sad, tired, low, down, not good, anxious, schlecht, traurig, müde, mal, triste, mauvais, רע, עצוב, עייף",
    1: "awful, terrible, horrible, very bad, fugly, miserable, furchtbar, schrecklich, mies, lausig, horrible, muy mal,"
    " fatal, affreux, nul, très mal, נורא, גרוע",
}
_GUESSES = {word.strip().casefold(): step for step, words in _OFTEN.items() for word in words.split(",")}


def guess(name: str) -> int | None:
    """Which of the five a name may stand for, None where nobody can tell."""
    return _GUESSES.get(" ".join(name.split()).casefold())
