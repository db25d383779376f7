"""Answers and the enquiries that they answer, from ``answers/``."""

from answerkit.load.fields import BOOLEAN, DATE, LINE, NOTE, PROSE, SENTENCES
from answerkit.load.record import Record
from answerkit.load.sections import read_section
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Answered, Declined, Deferred, Enquiry, Outcome, Question


def read_answer(record: Record) -> Answer:
    """An answer. Whether what it names exists is judged when all files are read."""
    return Answer(
        id=record.id,
        title=record.must("title", LINE),
        department=record.must("department", LINE),
        dated=record.must("dated", DATE),
        date_note=record.may("date_note", LINE, ""),
        note=record.may("note", NOTE, ""),
        coverage=record.may("coverage", BOOLEAN, default=False),
        pins=record.keyed("pins", DATE),
        enquiry=record.record("enquiry", _enquiry),
        sections=record.at_least_one_record("sections", read_section),
        where=record.where,
    )


def _enquiry(record: Record) -> Enquiry:
    return Enquiry(
        asker=record.must("asker", LINE),
        received=record.may("received", DATE, None),
        holding_reply=record.may("holding_reply", DATE, None),
        background=record.must("background", PROSE),
        questions=record.at_least_one_record("questions", _question),
        where=record.where,
    )


def _question(record: Record) -> Question:
    return Question(
        id=record.must("id", LINE),
        text=record.must("text", SENTENCES),
        outcome=_outcome(record),
        where=record.where,
    )


def _outcome(record: Record) -> Outcome:
    match [key for key in ("answered_in", "deferred", "declined") if record.has(key)]:
        case ["answered_in"]:
            return Answered(record.at_least_one("answered_in", LINE))
        case ["deferred"]:
            return Deferred(record.must("deferred", SENTENCES))
        case ["declined"]:
            return Declined(record.must("declined", SENTENCES))
        case _:
            record.report(Code.AK310, "text", "answered_in, deferred, declined")
            return Answered(())
