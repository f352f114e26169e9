"""Made-up people for rehearsals and practice: names in many scripts, as a room in Miami or Madrid holds them."""

from random import Random

from imhtrainer.domain.roster import Attendee

NAMES = (
    "Adaeze Okonkwo",
    "Ana Lucía Fuentes Marrero",
    "Beatriz Santana-Ruiz",
    "Nguyễn Thị Ánh Tuyết",
    "مريم السيد",
    "Devonte Williams",
    "Rosa María de los Ángeles Villavicencio Echeverría",
    "Łukasz Wójcik",
    "נועה בן־דוד",
    "Siobhán O’Callaghan",
    "अनन्या शर्मा",
    "王小明",
    "Gülşah Öztürk",
    "Þórdís Hjálmarsdóttir",
    "সুমাইয়া রহমান",
    "김서연",
    "Olivier Toussaint",
    "สมหญิง ใจดี",
    "አበበ በቀለ",
    "山田 花子",
    "Jean-Baptiste N’Diaye",
    "Žofie Dvořáková",
    "Małgorzata Brzęczyszczykiewicz",
    "Li Na (李娜)",
    "Камила Ибрагимова",
    "Ελένη Παπαδοπούλου",
    "Natalia Gutiérrez",
    "Kwabena Mensah",
    "Türkân Çelik",
    "فاطمة الزهراء بنعلي",
    "Màiri NicDhòmhnaill",
    "João Gonçalves",
    "Trần Minh Đức",
    "Ludwig Müller-Lüdenscheidt",
    "Gabriel Montoya",
    "שרה Cohen",
    "Oksana Ковальчук",
    "Ikaika Kahananui",
    "Ayşe Nur Yıldız",
    "ஆனந்தி ராமசாமி",
)
"""Names of nobody in particular; the first 24 make a whole room."""

_GIVEN = (
    *("Amara", "Bao", "Chidi", "Dolores", "Émile", "Fatou", "Ginevra", "Håkon", "Inés", "Jamal"),
    *("Kateřina", "Leilani", "Manuel", "Ngozi", "Ólafur", "Paulette", "Quynh", "Rhiannon"),
    *("Soledad", "Tomasz", "Ursula", "Víctor", "Wanjiru", "Xóchitl", "Yusuf", "Zuzanna"),
)
_FAMILY = (
    *("Abdi", "Bergström", "Castañeda", "Đặng", "Eriksen", "Fernández", "Grzyb", "Haddad"),
    *("Ivanović", "Joseph", "Kamau", "Lefèvre", "Morales", "Núñez", "Oyelaran", "Pham"),
    *("Quispe", "Rousseau", "Şahin", "Tamm", "Uribe", "Vasquez", "Wiśniewski", "Ximénez"),
)
_ROLES = ("Parent", "Nurse", "Home visitor", "Teacher", "Social worker", "Counselor", "Doula")


def make_people(count: int, random: Random) -> tuple[Attendee, ...]:
    """``count`` made-up attendees with different names; addresses end in ``example.org`` (RFC 2606)."""
    names = list(NAMES[:count])
    pairs = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    random.shuffle(pairs)
    names.extend(pairs[: max(count - len(names), 0)])
    names.extend(f"Guest {number}" for number in range(1, count - len(names) + 1))
    return tuple(_person(number, name, random) for number, name in enumerate(names, start=1))


def _person(number: int, name: str, random: Random) -> Attendee:
    role = random.choice(_ROLES)
    license_number = f"RN {random.randint(100000, 999999)}" if role == "Nurse" else ""
    email = f"guest{number}@example.org" if random.random() < 0.8 else ""
    return Attendee(f"a{number}", name, email, role, license_number)
