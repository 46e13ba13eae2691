"""Rules about agreements: each renewal says what it renews, and the chain holds together."""

from collections.abc import Iterator, Mapping
from datetime import date

from c2c.model.partnership import Agreement
from c2c.rules.base import Flag, PartnershipCase, rule
from c2c.spelling import did_you_mean
from c2c.vocab import AgreementKind


@rule("C601", of_absence=True)
def agreement_chain_does_not_link(case: PartnershipCase) -> Iterator[Flag]:
    """A renewal names the agreement that it renews, which there is, is another one, and was signed no later.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2007}, {id: again, kind: renewal, signed: 2017, renews: frist}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2007}, {id: again, kind: renewal, signed: 2017, renews: first}]
    """
    agreements = {agreement.id: agreement for agreement in case.record.agreements}
    circular = _circular(agreements)
    all_of_them = ("agreements",)
    for i, agreement in enumerate(case.record.agreements):
        if agreement.renews is None:
            if agreement.kind is AgreementKind.RENEWAL:
                message = f"the renewal '{agreement.id}' does not say what it renews"
                yield Flag(
                    ("agreements", i), message, "add renews: and the id of the agreement", within=all_of_them
                )
            continue
        route = ("agreements", i, "renews")
        renewed = agreements.get(agreement.renews)
        if renewed is None:
            help = did_you_mean(agreement.renews, agreements)
            yield Flag(route, f"there is no agreement '{agreement.renews}' here", help, within=all_of_them)
        elif agreement.id in circular:
            message = f"'{agreement.id}' renews itself in the end"
            yield Flag(route, message, "name the agreement that was there before", within=all_of_them)
        elif (
            agreement.signed and renewed.signed and _before(agreement.signed.latest, renewed.signed.earliest)
        ):
            message = f"signed {agreement.signed.text}, before '{renewed.id}' of {renewed.signed.text} that it renews"
            yield Flag(route, message, "turn the two around, or mend a date", within=all_of_them)


def _before(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first < second


def _circular(agreements: Mapping[str, Agreement]) -> set[str]:
    """The agreements whose chain leads back to themselves. Each is followed once, however long the chains are."""
    found: set[str] = set()
    followed: set[str] = set()
    for start in agreements:
        chain: dict[str, None] = {}
        link: str | None = start
        while link is not None and link in agreements and link not in followed:
            followed.add(link)
            chain[link] = None
            link = agreements[link].renews
        if link is not None and link in chain:
            steps = list(chain)
            found.update(steps[steps.index(link) :])
    return found
