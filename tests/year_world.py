"""A year of a partnership and a city, in which something of every kind changes."""

BEFORE = {
    "data/partnerships/demo.yaml": """
title: {en: Lyon and Graz, da: Lyon og Graz}
parties: [lyon, graz]
kind: mou
membership: [{city: graz, joined: 2010}]
began: 2007
summary: A cooperation on schools.
areas: [education]
legend: {"+": done}
agreements:
  - {id: first, kind: mou, signed: 2007}
  - {id: plan, kind: action_plan, title: The plan, signed: 2018, valid: 2018/2019}
contacts:
  - {id: office, party: lyon, role: {en: International office, da: Internationalt kontor}, from: 2015}
  - {id: dean, party: graz, role: Dean}
narrative: [{loop: continual_improvement, step: plan, on: 2018-03}]
outcomes: [{outcome: approved-plan, state: missing, on: 2018}]
focus_areas:
  - id: all
    title: All
    efforts:
      - id: visits
        title: Visits
        actions:
          - {id: lunch, title: Lunch, when: 2019, beneficiaries: [Cooks], responsible: [{party: lyon,
               role: The kitchen}]}
          - {id: fair, title: Fair, when: 2019-05, status: [{on: 2019-06, is: not_done, waiting_for: {party: graz,
               since: 2019-03}}]}
          - {id: tour, title: Tour, kind: visit, host: graz}
review_every: P1Y6M
evaluations: [{id: review, title: Review, on: 2018, by: The group, findings: [Few meetings]}]
kpis:
  - {kpi: high-level-visits, period: 2018, value: 3, bound: about}
  - {kpi: high-level-visits, period: 2019, kind: target, value: 4}
  - {kpi: reputation, period: 2018, statement: Good.}
events: [{id: visit, title: Visit, when: 2018-05, kind: visit, host: graz, attendance: {value: 20}}]
participants: [{id: school, title: A school, side: lyon, quantity: {value: 30, unit: pupils}}]
achievements: [{id: exchange, title: Exchange}]
obstacles: [{id: far, title: Too far, challenge: distance, since: 2018}]
factors: [{factor: funding, rating: weak, on: 2018}]
expectations: [{id: trade, title: More trade}]
lessons: [{id: time, title: Trust takes time}]
ideas: [{id: choir, title: A choir, by: [lyon]}, {id: race, title: A race, by: [graz]}]
facts: [{id: pupils, title: Pupils, quantity: {value: 30}, on: 2018}]
doubts: [{id: year, title: Two years are given}]
sources: [case-study]
""",
    "data/cities/lyon.yaml": """
names: Lyon
kind: city
country: FR
aliases: [Lugdunum]
looking: false
coordinates: {lat: 45.76, lon: 4.84}
facts: [{id: population, title: Population, quantity: {value: 470000, bound: about}, on: 2015}]
strategies: [{id: climate, title: Climate plan}]
answers: [{criterion: shared-aims, answer: unknown, about: graz}, {criterion: official-voice, answer: yes}]
seeks: [{id: schools, title: Schools, areas: [education]}]
""",
}

AFTER = {
    "data/partnerships/demo.yaml": """
title: {en: Lyon and Graz, da: Lyon og Graz, zh: 里昂与格拉茨}
parties: [lyon, graz]
kind: twinning
membership: [{city: graz, joined: 2010, left: 2019-12}]
began: 2007-10
ended: {on: 2019-12-31, reason: not_renewed, note: After 12 years.}
summary: A cooperation on schools and on culture.
areas: [culture, education]
legend: {"+": done, "-": not_done}
agreements:
  - {id: first, kind: charter, signed: 2007, note: On paper.}
  - {id: plan, kind: action_plan, title: The plan, signed: 2018, valid: 2018/2020}
  - {id: next, kind: renewal, title: The renewal, signed: 2019-05-02, renews: first}
contacts:
  - {id: office, party: lyon, role: {en: International office, da: Internationalt kontor}, from: 2015, to: 2019-06,
       successor: bureau}
  - {id: bureau, party: lyon, role: Mayor's bureau, confirmed: 2019-12}
  - {id: dean, party: graz, role: Dean, note: On leave.}
narrative: [{loop: continual_improvement, step: plan, on: 2018-03, note: The plan was approved.},
   {loop: continual_improvement, step: measure, on: 2019-12}]
outcomes: [{outcome: approved-plan, state: evidenced, on: 2018}]
focus_areas:
  - id: all
    title: All of it
    efforts:
      - id: visits
        title: Visits
        actions:
          - {id: lunch, title: Lunch, when: 2020, beneficiaries: [Cooks, Pupils], responsible: [{party: lyon,
               role: The canteen}], status: [{on: 2019-12, is: not_done, reason: postponed, postponed_to: 2020,
               note: No cook}]}
          - {id: fair, title: Fair, when: {edtf: 2019-05, text: May}, status: [{on: 2019-06, is: not_done,
               waiting_for: {party: graz, since: 2019-03, asked: [2019-04]},
               evidence: [{url: "https://example.org/a"}]}]}
          - {id: tour, title: Tour, kind: exchange, proposed_by: lyon}
          - {id: choir-night, title: Choir night, idea: choir, when: 2020-05}
review_every: P6M
evaluations: [{id: review, title: Review, on: 2018, by: The steering group, scopes: [activity],
   findings: [Few meetings, Good ones], decisions: [Meet monthly], published: [{medium: newspaper, on: 2019-01}]}]
kpis:
  - {kpi: trade, period: 2016, value: 1.5, unit: {en: million euros, da: mio. euro, zh: 百万欧元}, definition: Exports.}
  - {kpi: trade, period: 2017, value: 1.8, unit: {en: million euros, da: mio. euro, zh: 百万欧元}, definition: Exports.}
  - {kpi: trade, period: 2018, value: 2.5, bound: at_least, definition: Exports and imports.}
  - {kpi: foreign-students, period: 2016, kind: baseline, value: 9}
  - {kpi: foreign-students, period: 2017, value: 10}
  - {kpi: foreign-students, period: 2018, value: 12}
  - {kpi: foreign-students, period: 2019, value: 11}
  - {kpi: foreign-students, period: 2019, kind: target, value: 10}
  - {kpi: high-level-visits, period: 2018, value: 5, definition: Visits with a mayor.}
  - {kpi: high-level-visits, period: 2019, kind: target, value: 4, sources: [case-study]}
  - {kpi: high-level-visits, period: 2019, value: 2}
  - {kpi: reputation, period: 2018, statement: Very good.}
events:
  - {id: visit, title: Visit, when: 2018-05, kind: visit, host: graz, level: high, attendance: {value: 25,
       bound: at_least}, follow_up: Two schools write.}
  - {id: day, title: A day, when: 2019-09-01, kind: festival}
participants: [{id: school, title: A school, side: lyon, sector: academia, quantity: {value: 40, unit: pupils}}]
achievements: [{id: exchange, title: Exchange, beneficiaries: [Pupils], evidence: [{source: case-study,
   at: page 12}]}]
obstacles: [{id: far, title: Too far, challenge: distance, since: 2018, adjustment: Meet online, adjusted: 2019,
   effect: More come}]
factors: [{factor: funding, rating: fair, on: 2018}, {factor: champions, rating: strong, on: 2019}]
expectations: [{id: trade, title: More trade, note: In food.}]
lessons: [{id: time, title: Trust takes time and money}]
ideas: [{id: choir, title: A choir, by: [lyon], status: [{on: 2019-03, is: agreed}]}, {id: race, title: A race,
   by: [graz], status: [{on: 2019-04, is: dropped, reason: no_resources}]}]
facts: [{id: pupils, title: Pupils, quantity: {value: 35}, on: 2019}]
sources: [{source: case-study, at: page 3}]
""",
    "data/cities/lyon.yaml": """
names: {en: Lyon, zh: 里昂}
kind: city
country: FR
region: Rhône
aliases: [Lugdunum, Lión]
looking: true
coordinates: {lat: 45.7, lon: 4.84}
facts: [{id: population, title: Population, quantity: {value: 520000}, on: 2020}]
strategies: [{id: climate, title: Climate plan, adopted: 2019-06}]
answers: [{criterion: shared-aims, answer: yes, about: graz, sources: [case-study]}, {criterion: official-voice,
   answer: no}]
seeks: [{id: schools, title: Schools, areas: [education, culture]}]
""",
}
