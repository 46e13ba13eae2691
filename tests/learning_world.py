"""A small platform of three partnerships, in which what can be learned is known by hand."""

from building import BASE, DEMO, demo

HEAD = """
began: 2000
evaluations:
  - {id: first, title: First review, on: 2015, by: The two mayors, scopes: [activity], findings: [Too few meetings],
     decisions: [Meet every month], published: [{medium: newspaper, on: 2015-06}]}
  - {id: second, title: Second review, period: 2016/2018, scopes: [activity, partnership]}
  - {id: silent, title: Nobody knows what of, on: 2018}
  - {id: later, title: Later review, on: 2020, scopes: [alignment]}
obstacles:
  - {id: distance, title: The distance, challenge: distance, step: do, since: 2010, adjustment: Meet online,
     adjusted: 2016, effect: More people take part, evidence: [{source: case-study}]}
  - {id: turnover, title: Nobody stays, challenge: staff-changes, step: plan, since: 2017, adjustment: A joint mailbox,
     adjusted: 2018-06}
  - {id: money, title: No money, challenge: staff-and-resources, since: 2018}
  - {id: nameless, title: Something else}
  - {id: to-come, title: To come, challenge: language, since: 2020}
factors:
  - {factor: champions, rating: weak}
  - {factor: champions, rating: strong, on: 2018}
  - {factor: reciprocity, rating: fair, on: 2018, by: The two mayors, evidence: [{source: case-study}]}
  - {factor: funding, rating: absent, on: 2019}
  - {factor: regular-contact, rating: strong, on: 2020}
achievements:
  - {id: exchange, title: A yearly exchange, beneficiaries: [Pupils], evidence: [{source: case-study}]}
  - {id: unshown, title: Nobody can show it}
events:
  - {id: concert, title: Concert, kind: festival, when: 2018}
  - {id: quarrel, title: Quarrel, kind: debate, when: 2018}
lessons: [{id: time, title: Trust takes time, areas: [culture]}]
""".strip()
SHOWN = "status: [{on: 2018, is: done, evidence: [{source: case-study}]}]"
ACTIONS = f"""
- {{id: choir, title: Choir, kind: exchange, areas: [culture, music], beneficiaries: [Singers], {SHOWN}}}
- {{id: choir-again, title: Choir again, kind: exchange, areas: [culture], same_as: [choir], {SHOWN}}}
- {{id: trip, title: Trip, kind: visit, areas: [education], status: [{{on: 2018, is: done}}]}}
- {{id: paper, title: Paper, kind: agreement, status: [{{on: 2018, is: done}}]}}
- {{id: fair, title: Fair, areas: [business]}}
""".strip()
MUSIC = "items: [{id: music, title: Music, broader: culture}]\n"
OTHER = """
title: Other
parties: [lyon, graz]
kind: mou
began: 2015
areas: [education]
obstacles: [{id: far, title: Too far, challenge: distance, step: do}]
factors: [{factor: champions, rating: absent}, {factor: reciprocity, rating: strong}]
"""
FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "title: The platform\nlanguages: [en]\n",
    "data/guidebook/areas.yaml": MUSIC,
    DEMO: demo(HEAD, ACTIONS),
    "data/partnerships/other.yaml": OTHER,
    "data/partnerships/empty.yaml": "title: Nothing on record\nparties: [lyon, graz]\nkind: mou\n",
}
