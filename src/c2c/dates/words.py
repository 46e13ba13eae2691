"""The words of dates, a table for each language: a language more is a table more, and no code.

A line says what a word means, then all the words that mean it, in lower case and without dots:

| meaning | what it is |
|---|---|
| `part N` | a month (1-12), or a season, quadrimester or half by its number in EDTF (21-24, 37-41) |
| `number N` | an ordinal, as in "first quarter" |
| `quarter`, `half` | what a number counts, before or after it |
| `year_unit`, `month_unit`, `day_unit` | what makes the number before it a year, a month, a day |
| `uncertain`, `approximate` | the marks `?` and `~` |
| `and`, `or` | all of these, one of these |
| `to`, `since`, `until` | an interval, and one that is open |
| `relative` | depends on today, and is refused |
| `filler` | says nothing about the date |

"Early", "mid" and "late" are the four months that the Danish words primo, medio and ultimo stand for here.
"""

from collections.abc import Iterator, Mapping

Meaning = tuple[str, int]

DANISH = {
    "part 1": "januar jan",
    "part 2": "februar feb febr",
    "part 3": "marts mar",
    "part 4": "april apr",
    "part 5": "maj",
    "part 6": "juni jun",
    "part 7": "juli jul",
    "part 8": "august aug",
    "part 9": "september sep sept",
    "part 10": "oktober okt",
    "part 11": "november nov",
    "part 12": "december dec",
    "part 21": "forår foråret foraar foraaret",
    "part 22": "sommer sommeren",
    "part 23": "efterår efteråret efteraar efteraaret",
    "part 24": "vinter vinteren",
    "part 37": "primo start starten begyndelsen tidligt",
    "part 38": "medio midt midten",
    "part 39": "ultimo slut slutningen sent",
    "number 1": "første",
    "number 2": "anden andet",
    "number 3": "tredje",
    "number 4": "fjerde",
    "quarter": "kvartal kv",
    "half": "halvår halvdel",
    "uncertain": "evt eventuelt måske muligvis formentlig",
    "approximate": "ca cirka omkring omtrent",
    "and": "og samt",
    "or": "eller",
    "to": "til",
    "since": "fra siden",
    "until": "indtil senest",
    "relative": "nu idag dag igår går imorgen morgen næste sidste forrige denne dette kommende snart",
    "filler": "i d den det af på året løbet",
}

ENGLISH = {
    "part 1": "january jan",
    "part 2": "february feb",
    "part 3": "march mar",
    "part 4": "april apr",
    "part 5": "may",
    "part 6": "june jun",
    "part 7": "july jul",
    "part 8": "august aug",
    "part 9": "september sep sept",
    "part 10": "october oct",
    "part 11": "november nov",
    "part 12": "december dec",
    "part 21": "spring",
    "part 22": "summer",
    "part 23": "autumn fall",
    "part 24": "winter",
    "part 37": "early beginning start",
    "part 38": "mid middle",
    "part 39": "late end",
    "number 1": "first",
    "number 2": "second",
    "number 3": "third",
    "number 4": "fourth",
    "quarter": "quarter q",
    "half": "half h",
    "day_unit": "st nd rd th",
    "uncertain": "possibly perhaps maybe probably",
    "approximate": "about around approximately approx circa c roughly",
    "and": "and",
    "or": "or",
    "to": "to through",
    "since": "since from",
    "until": "until till",
    "relative": "now today yesterday tomorrow next last this present soon",
    "filler": "in on the of year during",
}

CHINESE = {
    "part 1": "一月",
    "part 2": "二月",
    "part 3": "三月",
    "part 4": "四月",
    "part 5": "五月",
    "part 6": "六月",
    "part 7": "七月",
    "part 8": "八月",
    "part 9": "九月",
    "part 10": "十月",
    "part 11": "十一月",
    "part 12": "十二月",
    "part 21": "春 春季 春天",
    "part 22": "夏 夏季 夏天",
    "part 23": "秋 秋季 秋天",
    "part 24": "冬 冬季 冬天",
    "part 37": "年初",
    "part 38": "年中",
    "part 39": "年底 年末",
    "part 40": "上半年",
    "part 41": "下半年",
    "number 1": "一",
    "number 2": "二",
    "number 3": "三",
    "number 4": "四",
    "quarter": "季度",
    "year_unit": "年",
    "month_unit": "月 月份",
    "day_unit": "日 号 號",
    "uncertain": "可能 或许 也许",
    "approximate": "约 大约 大概 左右",
    "and": "和 与 及 以及 、",
    "or": "或 或者",
    "to": "至 到",
    "since": "自 从 起 以来",
    "until": "截至 直到",
    "relative": "今 今年 今天 至今 明年 明天 去年 昨天 前年 后年 本年 本月 下月 上月 现在 目前 最近",
    "filler": "第 在 的 。",
}

SIGNS = {
    "and": "+ &",
    "comma": ", ;",
    "dash": "- \N{HYPHEN} \N{NON-BREAKING HYPHEN} \N{EN DASH} \N{EM DASH} \N{MINUS SIGN}",
    "stroke": "/",
    "opening": "(",
    "closing": ")",
    "uncertain": "?",
    "approximate": "~",
    "filler": ".",
}

LANGUAGES: Mapping[str, Mapping[str, str]] = {"da": DANISH, "en": ENGLISH, "zh": CHINESE}


def meanings(table: Mapping[str, str]) -> Iterator[tuple[str, Meaning]]:
    """Each word of a table with its meaning and its number, 0 for a meaning without one."""
    for line, words in table.items():
        meaning, _, number = line.partition(" ")
        for word in words.split(" "):
            yield word, (meaning, int(number or 0))


WORDS: Mapping[str, Meaning] = {
    word: meaning for table in (*LANGUAGES.values(), SIGNS) for word, meaning in meanings(table)
}
