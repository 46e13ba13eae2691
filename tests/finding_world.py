"""A small workspace in which what is found is known by hand."""

from building import BASE, DEMO, demo

HEAD = """
areas: [culture]
ideas:
  - {id: choir, title: {en: A choir, da: Et kor, zh: 合唱团}, areas: [education], note: Two schools sing}
  - {id: gone, title: Gone, status: [{on: 2019, is: dropped, reason: no_resources}]}
lessons: [{id: time, title: Trust takes time, note: As the school in Münster says}]
achievements: [{id: prize, title: A prize for the school, evidence: [{source: case-study, at: the page on choirs}]}]
obstacles: [{id: distance, title: The distance, adjustment: Meetings are held online, effect: More schools take part}]
events: [{id: fair, title: School fair, kind: festival, when: 2018, follow_up: A choir was invited}]
""".strip()
ACTIONS = """
- {id: exchange, title: {en: School exchange, da: Skoleudveksling, zh: 学校交流}, status: [{on: 2019, is: done}]}
- {id: proven, title: School exchange, status: [{on: 2019, is: done, evidence: [{source: case-study}]}]}
- {id: preschool, title: A preschool, note: {da: Århus er med, en: "Long before, there was a plan for a preschool"}}
- {id: lunch, title: Lunch, status: [{on: 2019, is: open, note: The schoolmaster is ill}]}
""".strip()
FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "languages: [en, da, zh]\n",
    "data/guidebook/programmes.yaml": "items: [{id: honey, title: Honey}]\n",
    DEMO: demo(HEAD, ACTIONS),
    "data/partnerships/north.yaml": demo(
        "ended: {on: 2019, reason: completed}",
        "- {id: a, title: Sauna, like: demo/lunch}\n- {id: b, title: Song, idea: demo/choir}\n- {id: c, title: Northern lights}",
    ).replace("title: Demo", "title: {en: The north, da: Nord}"),
    "data/cities/graz.yaml": "names: {en: Graz, zh: 格拉茨}\naliases: [Gradec]\nkind: city\ncountry: AT\n"
    "ideas: [{id: bees, title: Bees at school, areas: [environment]}]\n",
}
