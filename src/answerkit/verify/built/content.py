"""A built file whose parts all keep their grammars, ready to be asked what they say of each other."""

from collections.abc import Mapping

from answerkit.model.frozen import dataclass
from answerkit.verify.built.parts import (
    BODY,
    BODY_RELATIONS,
    CORE,
    NOTES,
    NOTES_RELATIONS,
    PAGE_FOOTER,
    PAGE_HEADER,
    Package,
)
from answerkit.verify.built.story import Element, Story


@dataclass(frozen=True, slots=True)
class Content:
    """The file's stories and what belongs to them.

    Attributes:
        lists: the lists that the document adds to the numbering.
        first_list: the first number that such a list can have.
        styles: name of a style, in lower case → its id.
        list_kinds: id of a style → the kind of list that the reference file links it to.
        body_relations: in order; notes_relations: likewise, none where the footnotes have no links.
    """

    package: Package
    body: Story
    notes: Story
    header: Story
    footer: Story
    core: Story
    lists: Story
    first_list: int
    styles: Mapping[str, str]
    list_kinds: Mapping[str, str]
    body_relations: tuple[Element, ...]
    notes_relations: tuple[Element, ...]


def read_content(
    package: Package,
    lists: str,
    first_list: int,
    styles: Mapping[str, str],
    list_kinds: Mapping[str, str],
) -> Content:
    """Take the parts apart."""
    texts = package.texts
    return Content(
        package,
        body=Story(texts[BODY]),
        notes=Story(texts[NOTES]),
        header=Story(texts[PAGE_HEADER]),
        footer=Story(texts[PAGE_FOOTER]),
        core=Story(texts[CORE]),
        lists=Story(lists),
        first_list=first_list,
        styles=styles,
        list_kinds=list_kinds,
        body_relations=tuple(Story(texts[BODY_RELATIONS]).all("Relationship")),
        notes_relations=tuple(Story(texts.get(NOTES_RELATIONS, "")).all("Relationship")),
    )
