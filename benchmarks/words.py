"""What the made-up partnerships are made of: topics, forms, notes and names in Danish, English and Chinese."""

from typing import NamedTuple


class Words(NamedTuple):
    """The same in three languages."""

    da: str
    en: str
    zh: str


TOPICS = {
    "care": Words("ældrepleje", "elderly care", "养老"),
    "schools": Words("skoler", "schools", "学校"),
    "heating": Words("fjernvarme", "heating", "供热"),
    "water": Words("vand", "water", "水质"),
    "planning": Words("byplaner", "city plans", "城市规划"),
    "waste": Words("affald", "waste", "垃圾分类"),
    "robots": Words("robotter", "robots", "机器人"),
    "libraries": Words("biblioteker", "libraries", "图书馆"),
    "music": Words("musik", "music", "音乐"),
    "football": Words("fodbold", "football", "足球"),
    "mobility": Words("mobilitet", "mobility", "出行"),
    "health": Words("sundhed", "health", "卫生"),
    "children": Words("børnehaver", "kindergartens", "幼儿园"),
    "tourism": Words("hoteller", "hotels", "酒店"),
    "start-ups": Words("iværksættere", "start-ups", "创业"),
    "soil": Words("jordrensning", "clean soil", "土壤修复"),
    "training": Words("lærlinge", "apprentices", "学徒"),
    "museums": Words("museer", "museums", "博物馆"),
    "lighting": Words("belysning", "lighting", "照明"),
    "floods": Words("stormflod", "floods", "防洪"),
    "cycling": Words("cykler", "cycling", "自行车"),
    "design": Words("design", "design", "设计"),
}

FORMS = {
    "visit": Words("Besøg om {}", "Visit on {}", "{}考察"),
    "seminar": Words("Seminar om {}", "Seminar on {}", "{}研讨会"),
    "pilot": Words("Forsøg med {}", "Pilot on {}", "{}试点"),
    "leaflet": Words("Folder om {}", "Leaflet on {}", "{}宣传册"),
    "network": Words("Netværk for {}", "Network for {}", "{}网络"),
    "show": Words("Udstilling om {}", "Show on {}", "{}展览"),
    "review": Words("Evaluering af {}", "Review of {}", "{}评估"),
    "interns": Words("Praktik med {}", "Interns for {}", "{}实习"),
}

FOCUS_AREAS = {
    "overall": Words("Overordnet fokus", "Overall focus", "总体重点"),
    "education": Words("Skole og uddannelse", "School and education", "学校与教育"),
    "business": Words("Erhverv", "Business", "经贸"),
    "culture": Words("Kultur og fritid", "Culture and leisure", "文化与休闲"),
    "environment": Words("Miljø og klima", "Environment and climate", "环境与气候"),
}

NOTES = (
    Words("Aftalt på mødet i Europa.", "Agreed at the meeting in Europe.", "在欧洲会议上商定。"),
    Words(
        "Udskudt: den anden side mangler midler.",
        "Put off: the other side lacks funds.",
        "推迟：对方缺少经费。",
    ),
    Words(
        "Deltagerne boede på hotel i byen.",
        "The participants stayed at a hotel in the city.",
        "参加者住在市内酒店。",
    ),
    Words("Kontakten skiftede i foråret.", "The contact changed in spring.", "春季更换了联系人。"),
    Words("Omkring 2000 borgere kom.", "About 2,000 citizens came.", "约2000名市民参加。"),
    Words(
        "Se referatet, punkt 4 (på dansk).",
        "See the minutes, item 4 (in Danish).",
        "见会议纪要第4项（丹麦文）。",
    ),
    Words("Skolerne fortsætter selv.", "The schools carry on by themselves.", "各校自行继续。"),
    Words("Tolkning var en udfordring.", "Interpreting was a challenge.", "口译是一大难题。"),
)

OBSTACLES = (
    Words("Afstand og tidsforskel", "Distance and time difference", "距离与时差"),
    Words("Skiftende kontaktpersoner", "Changing contacts", "联系人变动"),
    Words("For lidt tid i forvaltningen", "Too little time in the administration", "行政部门时间不足"),
)

BENEFICIARIES = (
    Words("Skoleelever", "Pupils", "学生"),
    Words("Små virksomheder", "Small companies", "小企业"),
    Words("Ældre borgere", "Elderly citizens", "老年市民"),
    Words("Idrætsforeninger", "Sports clubs", "体育协会"),
)

OFFICES = (
    Words("Internationalt kontor", "International office", "国际事务办公室"),
    Words("Skoleafdelingen", "School department", "教育部门"),
)

REASONS = (
    *("waiting_for_counterpart", "postponed", "no_longer_relevant"),
    *("no_resources", "contact_changed", "postponed_by_counterpart"),
)

SOURCES = {
    f"{kind}-{year}": Words(f"{da} {year}", f"{en} {year}", f"{year}年{zh}")
    for kind, da, en, zh in (
        ("sheet", "Statusskema", "Status sheet", "进度表"),
        ("report", "Årsberetning", "Annual report", "年度报告"),
        ("minutes", "Byrådets referat", "Minutes of the council", "市议会纪要"),
        ("press", "Pressemeddelelse", "Press release", "新闻稿"),
    )
    for year in range(2015, 2021)
}

WEST = (
    (
        *(
            ("Nord", "诺尔"),
            ("Sønder", "森讷"),
            ("Øster", "厄斯特"),
            ("Vester", "韦斯特"),
            ("Lille", "利勒"),
            ("Stor", "斯托尔"),
        ),
        *(
            ("Ny", "尼"),
            ("Gammel", "加默尔"),
            ("Høj", "赫伊"),
            ("Lav", "拉夫"),
            ("Skov", "斯科夫"),
            ("Strand", "斯特兰"),
        ),
        *(
            ("Holm", "霍尔姆"),
            ("Kirke", "基尔克"),
            ("Grøn", "格伦"),
            ("Hvid", "维德"),
            ("Sort", "索特"),
            ("Rød", "勒兹"),
        ),
        *(
            ("Birke", "比尔克"),
            ("Ege", "埃格"),
            ("Elle", "埃勒"),
            ("Aske", "阿斯克"),
            ("Linde", "林讷"),
            ("Bøge", "伯厄"),
        ),
    ),
    (
        *(
            ("by", "比", "DK"),
            ("havn", "港", "DK"),
            ("borg", "堡", "DK"),
            ("lund", "隆", "SE"),
            ("köping", "雪平", "SE"),
        ),
        *(
            ("vik", "维克", "NO"),
            ("dal", "达尔", "NO"),
            ("hausen", "豪森", "DE"),
            ("berg", "贝格", "DE"),
            ("stadt", "施塔特", "DE"),
        ),
        *(("dorp", "多普", "NL"), ("veen", "芬", "NL"), ("kirk", "柯克", "FR"), ("ford", "福德", "GB")),
    ),
)
"""Beginnings of names with their Chinese transcription; endings with theirs and the country (ISO 3166)."""

EAST = (
    (
        *(
            ("Lin", "林"),
            ("Hai", "海"),
            ("Jin", "金"),
            ("Yun", "云"),
            ("Qing", "清"),
            ("Long", "龙"),
            ("Bai", "白"),
        ),
        *(
            ("Xin", "新"),
            ("Hua", "华"),
            ("Ping", "平"),
            ("Tai", "泰"),
            ("An", "安"),
            ("Fu", "福"),
            ("Yong", "永"),
        ),
        *(("Da", "大"), ("Chang", "长"), ("Gao", "高"), ("Mei", "梅")),
    ),
    (
        *(
            ("shan", "山"),
            ("he", "河"),
            ("zhou", "州"),
            ("yang", "阳"),
            ("jiang", "江"),
            ("quan", "泉"),
            ("cheng", "城"),
        ),
        *(
            ("hu", "湖"),
            ("gang", "港"),
            ("xi", "溪"),
            ("feng", "峰"),
            ("men", "门"),
            ("ling", "岭"),
            ("dong", "东"),
        ),
        *(("nan", "南"), ("bei", "北"), ("pu", "浦")),
    ),
)
"""Beginnings and endings of names in pinyin, with their characters."""

FURTHER_WEST = (("Fjord", "菲尤尔"), ("Kilde", "基勒"))
FURTHER_EAST = (("Ning", "宁"), ("Rui", "瑞"), ("Sheng", "盛"))
"""More beginnings of names, for workspaces of more than 600 cities; smaller ones stay as they were without them."""
