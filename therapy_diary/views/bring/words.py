"""How topics are named on the screen."""

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from therapy_diary import resources
from therapy_diary.domain.topic import Received, Topic, TopicKind, TopicState
from therapy_diary.insight.first_sentences import FirstSentence, Manner, read_first_sentences


def kind_words() -> dict[TopicKind, str]:
    """What a topic may be about, in the order offered."""
    translate = QCoreApplication.translate
    return {
        TopicKind.CONTENT: translate("TopicWords", "From my life"),
        TopicKind.RELATIONSHIP: translate("TopicWords", "Between the two of us"),
        TopicKind.GOALS: translate("TopicWords", "Goals"),
        TopicKind.WAY_OF_WORKING: translate("TopicWords", "How we work"),
        TopicKind.SETTING: translate("TopicWords", "The setting"),
        TopicKind.PRACTICAL: translate("TopicWords", "Something practical"),
        TopicKind.ENDING: translate("TopicWords", "Ending"),
    }


def hard_words() -> tuple[str, ...]:
    """How hard something is to say, from 0 to 3."""
    translate = QCoreApplication.translate
    return (
        translate("TopicWords", "easy to say"),
        translate("TopicWords", "a little hard"),
        translate("TopicWords", "hard to say"),
        translate("TopicWords", "very hard"),
    )


def state_words() -> dict[TopicState, str]:
    """What may come of a topic. Letting one go carries no mark."""
    translate = QCoreApplication.translate
    return {
        TopicState.WAITING: translate("TopicWords", "For next time"),
        TopicState.BROUGHT: translate("TopicWords", "Brought"),
        TopicState.PARTLY: translate("TopicWords", "Partly"),
        TopicState.LATER: translate("TopicWords", "Later"),
        TopicState.LET_GO: translate("TopicWords", "Let go"),
    }


def marked_words() -> dict[TopicState, str]:
    """What is said once a topic was marked."""
    translate = QCoreApplication.translate
    return {
        TopicState.WAITING: translate("TopicWords", "It waits again."),
        TopicState.BROUGHT: translate("TopicWords", "Marked as brought."),
        TopicState.PARTLY: translate("TopicWords", "Marked as partly brought."),
        TopicState.LATER: translate("TopicWords", "Put off for later."),
        TopicState.LET_GO: translate("TopicWords", "Let go."),
    }


def received_words() -> dict[Received, str]:
    """How a topic may have been received, in the order offered."""
    translate = QCoreApplication.translate
    return {
        Received.LISTENED: translate("TopicWords", "Listened"),
        Received.EXPLAINED: translate("TopicWords", "Explained"),
        Received.TURNED_AWAY: translate("TopicWords", "Turned away"),
        Received.CANNOT_TELL: translate("TopicWords", "I cannot tell"),
    }


def received_question() -> str:
    """What is asked about it; it may stay without an answer."""
    return QCoreApplication.translate("TopicWords", "How it was received, if you like")


def manner_words() -> dict[Manner, str]:
    """The manners a first sentence is offered in."""
    translate = QCoreApplication.translate
    return {
        Manner.SOFT: translate("TopicWords", "Soft"),
        Manner.PLAIN: translate("TopicWords", "Plain"),
        Manner.DIRECT: translate("TopicWords", "Direct"),
    }


def about_in_words(topic: Topic) -> str:
    """What a topic is about, and how hard it is to say where it is not easy."""
    about = kind_words()[topic.kind]
    return f"{about} · {hard_words()[topic.hard_to_say]}" if topic.hard_to_say else about


def first_sentences() -> tuple[FirstSentence, ...]:
    """The first sentences in the language of the window."""
    return _first_sentences(QLocale().name())


@lru_cache(maxsize=4)
def _first_sentences(language: str) -> tuple[FirstSentence, ...]:
    return read_first_sentences(resources.text_in("topics/first_sentences.toml", language))
