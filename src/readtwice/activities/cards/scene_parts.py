"""What scenes are made of: colours, backdrops, and things drawn once, each with its foot at 0 0 and about as tall as it
is beside a person of 66. Nothing here is a portrait of anybody.
"""

# ruff: noqa: E501 - a shape is one line
from __future__ import annotations

from readtwice.markup import Html, html

COLOURS = {
    "ink": "#2b2d42",
    "paper": "#f6f1e7",
    "white": "#ffffff",
    "red": "#c8553d",
    "orange": "#e09f3e",
    "yellow": "#f2cc60",
    "green": "#5b8e5a",
    "teal": "#2a7f86",
    "blue": "#3d6b9e",
    "violet": "#7b5e8e",
    "pink": "#d98c9a",
    "brown": "#8a5a3b",
    "grey": "#8d99ae",
    "light": "#f0c8a0",
    "tan": "#c68e62",
    "deep": "#8d5a3a",
}


def _ground(sky: str, ground: str, more: Html, at: int = 128) -> Html:
    ground_from = '<path fill="{}" d="M0 0h480v180H0z"/>{}<path fill="{}" d="M0 {}h480v{}H0z"/>'
    return html(ground_from, sky, more, ground, at, 180 - at)


_HILLS = html('<path fill="#9fbfa0" d="M0 132q70-52 150-18 70-46 150-8 90-44 180 8v20H0z"/>')
_CLOUDS = html(
    '<g fill="#fff" opacity=".8"><ellipse cx="90" cy="34" rx="34" ry="10"/><ellipse cx="116" cy="28" rx="22" ry="10"/><ellipse cx="372" cy="44" rx="40" ry="9"/></g>'
)
_STARS = html(
    '<g fill="#f6f1e7"><circle cx="40" cy="30" r="1.5"/><circle cx="96" cy="54" r="1.2"/><circle cx="170" cy="22" r="1.6"/><circle cx="262" cy="46" r="1.3"/><circle cx="330" cy="20" r="1.5"/><circle cx="452" cy="60" r="1.3"/><circle cx="410" cy="34" r="11"/></g>'
)
_RAIN = html(
    '<path stroke="#7f96a8" stroke-width="1.5" d="M20 10l-8 26M70 40l-8 26M120 6l-8 26M170 44l-8 26M220 12l-8 26M270 42l-8 26M320 8l-8 26M370 46l-8 26M420 10l-8 26M466 40l-8 26M45 76l-8 26M145 78l-8 26M245 76l-8 26M345 78l-8 26M445 80l-8 26"/>'
)
_FLAKES = html(
    '<g fill="#fff"><circle cx="40" cy="24" r="3"/><circle cx="110" cy="60" r="3"/><circle cx="180" cy="20" r="3"/><circle cx="250" cy="70" r="3"/><circle cx="330" cy="30" r="3"/><circle cx="400" cy="64" r="3"/><circle cx="450" cy="18" r="3"/></g>'
)

BACKDROPS = {
    "day": _ground("#cfe3ec", "#a9c48f", _CLOUDS + _HILLS),
    "town": _ground(
        "#d9e6ea",
        "#cdbfa6",
        _CLOUDS
        + html(
            '<path fill="#b9c3c4" d="M0 128V84l26-16 26 16v-22h44v30l24-20 24 20v36zM300 128V78h40v-24l12-16 12 16v40l30-18 30 18v-30h56v64z"/>'
        ),
    ),
    "dusk": _ground("#e9b98c", "#6f7d63", html('<path fill="#b98a7e" d="M0 132q90-50 200-16 120-44 280 6v16H0z"/>')),
    "night": _ground("#26304f", "#3c4358", _STARS),
    "rain": _ground("#aebfca", "#83997c", _HILLS.replace("#9fbfa0", "#93a8a0") + _RAIN),
    "snow": _ground(
        "#c9d8e4",
        "#f3f6f8",
        html('<path fill="#e3ebf1" d="M0 132l90-70 60 44 80-62 90 70 60-34 100 54v6H0z"/>') + _FLAKES,
        124,
    ),
    "room": _ground(
        "#efe3d0", "#c9a77c", html('<path stroke="#dccbb0" stroke-width="2" d="M0 40h480M0 84h480"/>'), 138
    ),
    "hall": _ground("#e4e2ec", "#d2a56d", html('<path stroke="#b98a52" stroke-width="2" d="M0 152h480"/>'), 134),
    "desk": _ground("#dfe7e6", "#b48a60", html(""), 150),
    "water": _ground("#cfe3ec", "#d9c9a3", _CLOUDS + _HILLS + html('<path fill="#6fa8b8" d="M0 112h480v30H0z"/>'), 142),
    "square": html(
        '<path fill="#d8cdb8" d="M0 0h480v180H0z"/><path stroke="#c6b89c" stroke-width="1.5" d="M0 60h480M0 120h480M96 0v180M192 0v180M288 0v180M384 0v180"/>'
    ),
    "sea": _ground("#cfe3ec", "#5f9db3", _CLOUDS, 96),
}

_BODY = '<path d="M-10 0v-26h20V0H3v-18h-6V0z" fill="{trousers}"/><path d="M-13-24q-1-26 13-26t13 26z" fill="{shirt}"/>'
_HEAD = '<path d="M-3-54h6v7h-6z" fill="{skin}"/><circle cy="-59" r="8.5" fill="{skin}"/><path d="M-9-59q0-11 9-11t9 11q-4-5-9-5t-9 5z" fill="{hair}"/>'
_PERSON = {"shirt": "blue", "trousers": "ink", "skin": "tan", "hair": "ink"}
_HOUSE = '<path fill="{wall}" d="M-44-70h88V0h-88z"/><path fill="{roof}" d="M-52-68L0-108l52 40z"/>'

THINGS: dict[str, tuple[dict[str, str], str]] = {
    "person": (
        _PERSON,
        "".join(
            (
                '<path d="M-11-44l-6 22M11-44l6 22" stroke="{shirt}" stroke-width="6" stroke-linecap="round"/>',
                _BODY,
                _HEAD,
            )
        ),
    ),
    "cheer": (
        _PERSON,
        "".join(
            (
                '<path d="M-10-44l-10-24M10-44l10-24" stroke="{shirt}" stroke-width="6" stroke-linecap="round"/><g fill="{skin}"><circle cx="-21" cy="-70" r="4"/><circle cx="21" cy="-70" r="4"/></g>',
                _BODY,
                _HEAD,
            )
        ),
    ),
    "speaker": (
        _PERSON,
        "".join(
            (
                '<path d="M-11-44l-6 22M10-44l18 4" stroke="{shirt}" stroke-width="6" stroke-linecap="round"/><circle cx="30" cy="-40" r="4" fill="{skin}"/>',
                _BODY,
                _HEAD,
            )
        ),
    ),
    "runner": (
        {**_PERSON, "words": ""},
        "".join(
            (
                '<path d="M-2-24L14-14 8 2M0-24l-12 10-14 2" fill="none" stroke="{trousers}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/><path d="M-8-44l-12 8 6 10M8-44l10 8 10-6" fill="none" stroke="{shirt}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/><path d="M-12-22q-1-28 13-28t12 28z" fill="{shirt}"/><path d="M-8-42h17v13h-17z" fill="#fff"/><text y="-32" x=".5" font-size="10" font-weight="bold" font-family="sans-serif" text-anchor="middle" fill="#2b2d42">{words}</text><g transform="translate(3 0)">',
                _HEAD,
                "</g>",
            )
        ),
    ),
    "face": (
        {"skin": "tan", "hair": "brown", "shirt": "red"},
        '<path d="M-60 0q4-40 60-40t60 40z" fill="{shirt}"/><path d="M-12-56h24v24h-24z" fill="{skin}"/><path d="M-42-60q-10-66 42-66t42 66l-8 12h-68z" fill="{hair}"/><ellipse cy="-82" rx="32" ry="36" fill="{skin}"/><path d="M-34-86q4-28 34-28t34 28q-14-18-34-18t-34 18z" fill="{hair}"/><path d="M-18-86q5-4 10 0M8-86q5-4 10 0M-6-62h12" fill="none" stroke="#2b2d42" stroke-width="2.5" stroke-linecap="round"/><g fill="#9fd0e6"><path d="M-15-80q-5 10 0 12t2-4zM15-80q5 10 0 12t-2-4zM-22-70q-4 9 0 11t2-4z"/></g>',
    ),
    "house": (
        {"wall": "paper", "roof": "red"},
        "".join(
            (
                _HOUSE,
                '<g fill="#6f8796"><path d="M-34-56h18v18h-18zM16-56h18v18h-18zM-34-28h18v18h-18z"/></g><path fill="#8a5a3b" d="M12-30h20V0h-20z"/>',
            )
        ),
    ),
    "block": (
        {"wall": "grey"},
        '<path fill="{wall}" d="M-50-104H50V0H-50z"/><path fill="#2b2d42" opacity=".25" d="M-54-110H54v8H-54z"/><g fill="#f6f1e7"><path d="M-40-94h16v16h-16zM-8-94H8v16H-8zM24-94h16v16H24zM-40-66h16v16h-16zM-8-66H8v16H-8zM24-66h16v16H24zM-40-38h16v16h-16zM24-38h16v16H24z"/></g><path fill="#5a4634" d="M-9-32H9V0H-9z"/>',
    ),
    "shop": (
        {"wall": "paper", "awning": "red", "words": ""},
        '<path fill="{wall}" d="M-70-90H70V0H-70z"/><path fill="#6f8796" d="M-60-46H16v34h-76z"/><path fill="#8a5a3b" d="M28-46h30V0H28z"/><path fill="{awning}" d="M-76-64H76l8 16H-84z"/><path stroke="#fff" stroke-width="6" opacity=".7" d="M-52-64l-5 16M-24-64l-2 16M4-64v16M32-64l3 16M58-64l6 16"/><text y="-72" font-size="13" font-weight="bold" font-family="sans-serif" text-anchor="middle" fill="#2b2d42">{words}</text>',
    ),
    "tower": (
        {"wall": "paper", "roof": "teal"},
        '<path fill="{wall}" d="M-20-120h40V0h-40z"/><path fill="{roof}" d="M-26-118L0-170l26 52z"/><path fill="#4a5568" d="M-8-108q0-10 8-10t8 10v16H-8zM-7-26H7V0H-7z"/>',
    ),
    "mill": (
        {"wall": "paper"},
        '<path fill="{wall}" d="M-30 0l10-86h40L30 0z"/><path fill="#8a5a3b" d="M-24-84q24-30 48 0z"/><g stroke="#5a4634" stroke-width="5"><path d="M0-88l-44-38M0-88l44-38M0-88l-40 34M0-88l40 34"/></g><path fill="#5a4634" d="M-9-28H9V0H-9z"/>',
    ),
    "stall": (
        {"awning": "red"},
        '<path stroke="#8a5a3b" stroke-width="4" d="M-34 0v-60M34 0v-60"/><path fill="{awning}" d="M-42-62L-34-80H34l8 18z"/><path fill="#b48a60" d="M-38-28h76v16h-76z"/><g fill="#e09f3e"><circle cx="-22" cy="-33" r="6"/><circle cx="-9" cy="-33" r="6"/></g><g fill="#5b8e5a"><circle cx="8" cy="-33" r="6"/><circle cx="22" cy="-33" r="6"/></g>',
    ),
    "table": (
        {"wood": "brown"},
        '<path fill="{wood}" d="M-60-34H60v9H-60zM-52-26h8V0h-8zM44-26h8V0h-8z"/>',
    ),
    "awning": (
        {"cloth": "red"},
        '<path fill="{cloth}" d="M-20-20h40V4h-40z"/><path stroke="#fff" stroke-width="5" opacity=".75" d="M-12-20V4M0-20V4M12-20V4"/>',
    ),
    "bus": (
        {"paint": "orange"},
        '<rect x="-70" y="-56" width="140" height="46" rx="8" fill="{paint}"/><path fill="#dfeaf0" d="M-60-48h24v18h-24zM-30-48H-6v18h-24zM0-48h24v18H0zM32-48h30v34H32z"/><g fill="#2b2d42"><circle cx="-40" cy="-9" r="10"/><circle cx="40" cy="-9" r="10"/></g><g fill="#8d99ae"><circle cx="-40" cy="-9" r="4"/><circle cx="40" cy="-9" r="4"/></g>',
    ),
    "stop": (
        {"paint": "teal"},
        '<path stroke="#4a5568" stroke-width="4" d="M0 0v-80"/><circle cy="-84" r="13" fill="{paint}"/><path fill="#fff" d="M-7-91H7v11H-7z"/>',
    ),
    "car": (
        {"paint": "blue"},
        '<path fill="{paint}" d="M-40-8v-14l14-4 10-14h30l12 14 16 4v14z"/><path fill="#dfeaf0" d="M-18-26l8-10h9v10zM4-26v-10h9l8 10z"/><g fill="#2b2d42"><circle cx="-22" cy="-7" r="8"/><circle cx="24" cy="-7" r="8"/></g>',
    ),
    "bicycle": (
        {"paint": "red"},
        '<g fill="none" stroke="#2b2d42" stroke-width="3"><circle cx="-20" cy="-15" r="14"/><circle cx="22" cy="-15" r="14"/></g><path fill="none" stroke="{paint}" stroke-width="3.5" d="M-20-15l12-20h22l8 20M-8-35L2-15l12-20M-20-15H2M14-35l-2-9h9M-8-35l-3-6h-7"/>',
    ),
    "bridge": (
        {"stone": "grey"},
        '<path fill="{stone}" d="M-170-34Q0-92 170-34v14h-14q-14-26-50-26T52-14H28Q24-46 0-46t-28 32h-24q-18-32-54-32t-50 26h-14z"/><path fill="none" stroke="#2b2d42" stroke-width="3" opacity=".5" d="M-170-44Q0-102 170-44"/>',
    ),
    "road": (
        {"surface": "grey"},
        '<path fill="{surface}" d="M-26-62h52L120 0h-240z"/><path stroke="#fff" stroke-width="4" stroke-dasharray="14 10" d="M0-60V0"/>',
    ),
    "river": (
        {"water": "teal"},
        '<path fill="{water}" opacity=".75" d="M-240-34q120 20 240 0t240 0V6h-480z"/><path fill="none" stroke="#fff" stroke-width="2" opacity=".6" d="M-180-18q20 6 40 0M-40-14q20 6 40 0M90-20q20 6 40 0"/>',
    ),
    "flood": (
        {"water": "teal"},
        '<path fill="{water}" opacity=".85" d="M-260-46q20-8 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0V20h-520z"/>',
    ),
    "line": (
        {"paint": "white"},
        '<path stroke="{paint}" stroke-width="5" d="M-20 0l40-22"/><path stroke="#4a5568" stroke-width="4" d="M20-22v-84M-20 0v-84"/><path fill="#c8553d" d="M-24-84L24-106v20l-48 22z"/>',
    ),
    "sign": (
        {"words": ""},
        '<path stroke="#5a4634" stroke-width="6" d="M0 0v-44"/><rect x="-48" y="-68" width="96" height="28" rx="4" fill="#f6f1e7" stroke="#5a4634" stroke-width="3"/><text y="-49" font-size="15" font-weight="bold" font-family="sans-serif" text-anchor="middle" fill="#2b2d42">{words}</text>',
    ),
    "tree": (
        {"leaves": "green"},
        '<path fill="#7a5538" d="M-5-40h10V0H-5z"/><g fill="{leaves}"><circle cy="-66" r="28"/><circle cx="-20" cy="-50" r="18"/><circle cx="20" cy="-50" r="18"/></g>',
    ),
    "flower": (
        {"petals": "pink"},
        '<path stroke="#5b8e5a" stroke-width="3" d="M0 0v-24"/><g fill="{petals}"><circle cx="-6" cy="-28" r="6"/><circle cx="6" cy="-28" r="6"/><circle cy="-34" r="6"/><circle cy="-22" r="6"/></g><circle cy="-28" r="4" fill="#f2cc60"/>',
    ),
    "bee": (
        {"stripe": "yellow"},
        '<g fill="#fff" opacity=".85"><ellipse cx="-3" cy="-13" rx="6" ry="9"/><ellipse cx="7" cy="-13" rx="6" ry="9"/></g><ellipse rx="14" ry="9" fill="{stripe}"/><path stroke="#2b2d42" stroke-width="4" d="M-4-8V8M4-8V8"/><circle cx="13" r="5" fill="#2b2d42"/>',
    ),
    "fence": (
        {"wood": "brown"},
        '<g fill="{wood}"><path d="M-110-34h220v6h-220zM-110-16h220v6h-220z"/><path d="M-104 0v-42l6-8 6 8V0zM-76 0v-42l6-8 6 8V0zM-48 0v-42l6-8 6 8V0zM-20 0v-42l6-8 6 8V0zM8 0v-42l6-8 6 8V0zM36 0v-42l6-8 6 8V0zM64 0v-42l6-8 6 8V0zM92 0v-42l6-8 6 8V0z"/></g>',
    ),
    "swing": (
        {"frame": "red"},
        '<path fill="none" stroke="{frame}" stroke-width="5" d="M-50 0l14-80h72L50 0"/><path fill="none" stroke="#2b2d42" stroke-width="2" d="M-14-80v56M14-80v56"/><path fill="#8a5a3b" d="M-18-26h36v6h-36z"/>',
    ),
    "ball": (
        {"paint": "orange"},
        '<circle cy="-10" r="10" fill="{paint}"/><path fill="none" stroke="#2b2d42" stroke-width="1.5" d="M-10-10h20M0-20q-8 10 0 20M0-20q8 10 0 20"/>',
    ),
    "goal": (
        {"post": "white"},
        '<path fill="#dfe7e6" opacity=".5" d="M-70-84H70V0H-70z"/><path stroke="#8d99ae" stroke-width="1" d="M-50-84V0M-30-84V0M-10-84V0M10-84V0M30-84V0M50-84V0M-70-64H70M-70-44H70M-70-24H70"/><path fill="none" stroke="{post}" stroke-width="8" d="M-70 0v-84H70V0"/><path fill="none" stroke="#c8553d" stroke-width="8" stroke-dasharray="14 14" d="M-70 0v-84H70V0"/>',
    ),
    "glove": (
        {"cloth": "yellow"},
        '<path fill="{cloth}" d="M-14 0v-22l-8-12q2-8 9-3l4 5v-18q4-6 8 0v12-16q5-6 9 0v16-12q5-5 8 0v28L14 0z"/>',
    ),
    "cup": (
        {"china": "white", "drink": "brown"},
        '<path fill="none" stroke="{china}" stroke-width="6" d="M18-34q18-2 18 10T18-10"/><path fill="{china}" d="M-24-42h48L18-4q-18 6-36 0z"/><ellipse cy="-42" rx="24" ry="6" fill="{drink}"/>',
    ),
    "glass": (
        {"drink": "red"},
        '<path fill="#fff" opacity=".7" d="M-18-60h36L14 0h-28z"/><path fill="{drink}" d="M-16-44h32L13-2h-26z"/>',
    ),
    "bottle": (
        {"glass": "white", "label": "blue"},
        '<path fill="{glass}" d="M-9-92H9v22q11 8 11 22V0h-40v-48q0-14 11-22z"/><path fill="{label}" d="M-20-38h40v22h-40zM-10-98h20v10h-20z"/>',
    ),
    "dropper": (
        {"glass": "brown"},
        '<path fill="{glass}" d="M-16-46h32V0h-32z"/><path fill="#f6f1e7" d="M-16-34h32v22h-32z"/><path fill="#2b2d42" d="M-6-72H6v18h6v8h-24v-8h6z"/><path fill="#9fd0e6" d="M34-40q-8 12 0 15t0-15z"/>',
    ),
    "loaf": (
        {"crust": "brown"},
        '<path fill="{crust}" d="M-50 0q-8-40 50-40T50 0z"/><path fill="none" stroke="#e9cfa6" stroke-width="4" stroke-linecap="round" d="M-24-30l10 16M-4-35l8 17M18-32l6 15"/>',
    ),
    "basket": (
        {"straw": "orange"},
        '<path fill="none" stroke="#8a5a3b" stroke-width="5" d="M-34-38q0-46 34-46t34 46"/><g><circle cx="-20" cy="-44" r="12" fill="#8a5a3b"/><circle cx="2" cy="-46" r="12" fill="#5b8e5a"/><circle cx="22" cy="-43" r="11" fill="#c8553d"/></g><path fill="{straw}" d="M-44-40h88L36 0h-72z"/><path stroke="#8a5a3b" stroke-width="2" d="M-41-27h82M-38-14h76"/>',
    ),
    "paper": (
        {"sheet": "white"},
        '<path fill="{sheet}" d="M-40-100h80V0h-80z"/><path stroke="#8d99ae" stroke-width="3" d="M-28-84h56M-28-70h56M-28-56h44M-28-42h56M-28-28h30"/>',
    ),
    "poster": (
        {"sheet": "yellow", "words": ""},
        '<path fill="{sheet}" d="M-44-90h88V0h-88z"/><text y="-40" font-size="17" font-weight="bold" font-family="sans-serif" text-anchor="middle" fill="#2b2d42">{words}</text>',
    ),
    "phone": (
        {"screen": "paper"},
        '<rect x="-36" y="-140" width="72" height="140" rx="10" fill="#2b2d42"/><rect x="-30" y="-128" width="60" height="112" fill="{screen}"/><path stroke="#8d99ae" stroke-width="4" d="M-22-34h44M-22-24h28"/><circle cy="-8" r="4" fill="#8d99ae"/>',
    ),
    "bars": (
        {"bar": "teal"},
        '<path fill="#fff" d="M-56-110H56V0H-56z"/><path fill="{bar}" d="M-36-92h26v82h-26zM10-51h26v41H10z"/><path stroke="#2b2d42" stroke-width="2" d="M-48-10h96"/>',
    ),
    "stamp": (
        {"paint": "violet"},
        '<circle cy="-26" r="24" fill="none" stroke="{paint}" stroke-width="5"/><path fill="none" stroke="{paint}" stroke-width="5" stroke-linecap="round" d="M-8-34q0-8 8-8t8 8-8 10v6M0-11v1"/>',
    ),
    "lens": (
        {"rim": "ink"},
        '<circle cx="-6" cy="-46" r="26" fill="#dff0f5" opacity=".8"/><circle cx="-6" cy="-46" r="26" fill="none" stroke="{rim}" stroke-width="6"/><path stroke="{rim}" stroke-width="9" stroke-linecap="round" d="M14-26L32-4"/>',
    ),
    "bell": (
        {"metal": "orange"},
        '<path fill="{metal}" d="M-34-8q10-14 10-40 0-24 24-24t24 24q0 26 10 40z"/><circle cy="-5" r="7" fill="#5a4634"/><path stroke="#5a4634" stroke-width="5" d="M0-72v-14"/>',
    ),
    "curtain": (
        {"cloth": "red"},
        '<path fill="#4a3b52" d="M-150-120h300V0h-300z"/><path fill="{cloth}" d="M-170-128h80q-4 80-40 128h-40zM170-128H90q4 80 40 128h40z"/><path fill="{cloth}" d="M-170-134h340v22q-28 18-56 0-29 18-57 0-28 18-57 0-28 18-57 0-28 18-57 0-28 18-56 0z"/><path fill="#8a5a3b" d="M-170-6h340V6h-340z"/>',
    ),
    "mask": (
        {"paint": "yellow"},
        '<path fill="{paint}" d="M-20-44q20 8 40 0v18Q20 0 0 0t-20-26z"/><path fill="none" stroke="#2b2d42" stroke-width="3" stroke-linecap="round" d="M-11-29h7M4-29h7M-8-14q8 6 16 0"/>',
    ),
    "window": (
        {"frame": "white"},
        '<path fill="#a8cfe0" d="M-40-90h80V0h-80z"/><path fill="none" stroke="{frame}" stroke-width="7" d="M-40-90h80V0h-80zM0-90V0"/><path fill="#dff0f5" stroke="{frame}" stroke-width="5" d="M40-90l34-12V12L40 0z"/>',
    ),
    "swimmer": (
        {"cap": "red"},
        '<circle cx="-4" cy="-12" r="10" fill="#c68e62"/><path fill="{cap}" d="M-14-13q0-11 10-11t10 11z"/><path fill="none" stroke="#c68e62" stroke-width="7" stroke-linecap="round" d="M10-6q10-18 22-10l8 12"/><path fill="none" stroke="#fff" stroke-width="3" d="M-40 0q10-6 20 0t20 0 20 0 20 0"/>',
    ),
    "lane": ({"float": "red"}, '<path stroke="{float}" stroke-width="5" stroke-dasharray="12 10" d="M-250 0h500"/>'),
    "umbrella": (
        {"cloth": "violet"},
        '<path stroke="#4a5568" stroke-width="4" d="M0 0v-60"/><path fill="{cloth}" d="M-46-56q4-42 46-42t46 42q-12-8-23 0-12-8-23 0-12-8-23 0-11-8-23 0z"/>',
    ),
    "towel": (
        {"cloth": "yellow"},
        '<path fill="{cloth}" d="M-34 0l16-18h52L18 0z"/><path stroke="#fff" stroke-width="4" d="M-22 0l16-18M6 0l16-18"/>',
    ),
    "chimney": (
        {"brick": "red"},
        '<path fill="{brick}" d="M-18-76h36V0h-36z"/><path stroke="#f6f1e7" stroke-width="1.5" opacity=".6" d="M-18-60h36M-18-44h36M-18-28h36M-18-12h36"/>',
    ),
    "nest": (
        {"straw": "brown"},
        '<path fill="{straw}" d="M-44-22h88q-8 22-44 22t-44-22z"/><path stroke="#e0b98a" stroke-width="2" d="M-38-16l70 8M-34-6l70-10M-20 0l44-18"/>',
    ),
    "stork": (
        {"wing": "ink"},
        '<path stroke="#c8553d" stroke-width="3" d="M-4 0v-30M6 0v-30"/><path fill="#fff" d="M-30-44q10-22 36-14l10-34q4-8 12-4t4 12L18-52q-4 24-26 24-14 0-22-16z"/><path fill="{wing}" d="M-34-44q16-10 36 2-14 14-36-2z"/><path fill="#c8553d" d="M30-88l30 12-30-4z"/><circle cx="25" cy="-89" r="1.8" fill="#2b2d42"/>',
    ),
    "storkback": (
        {"wing": "ink"},
        '<path stroke="#c8553d" stroke-width="3" d="M-5 0v-26M5 0v-26"/><ellipse cy="-44" rx="20" ry="24" fill="#fff"/><path fill="{wing}" d="M-20-44q4 26 20 28 16-2 20-28-4 12-20 12t-20-12z"/><path fill="#fff" d="M-6-60q0-32 6-34t6 34z"/><circle cy="-94" r="8" fill="#fff"/>',
    ),
    "sandbag": (
        {"cloth": "tan"},
        '<path fill="{cloth}" stroke="#8a5a3b" stroke-width="1.5" d="M-24 0q-8-18 4-18h40q12 0 4 18z"/><path stroke="#8a5a3b" stroke-width="2" d="M-18-10h36"/>',
    ),
    "apple": (
        {"skin": "red"},
        '<path fill="{skin}" d="M0-26q-20-10-20 10 0 18 12 18l8-2 8 2q12 0 12-18 0-20-20-10z"/><path stroke="#5a4634" stroke-width="3" d="M0-26q0-8 5-11"/><path fill="#5b8e5a" d="M3-32q10-8 14 0-6 6-14 0z"/>',
    ),
    "cherry": (
        {"skin": "red"},
        '<path fill="none" stroke="#5b8e5a" stroke-width="3" d="M-12-12Q-8-40 8-46q2 18 6 32"/><circle cx="-13" cy="-9" r="10" fill="{skin}"/><circle cx="15" cy="-10" r="10" fill="{skin}"/>',
    ),
    "walnut": (
        {"shell": "tan"},
        '<path fill="{shell}" d="M0-40q26 4 24 24Q20 0 0 0t-24-16q-2-20 24-24z"/><path fill="none" stroke="#8a5a3b" stroke-width="3" d="M0-40V0M-12-32q6 12-2 24M12-32q-6 12 2 24"/>',
    ),
    "lemon": (
        {"skin": "yellow"},
        '<path fill="{skin}" d="M-30-16q4-18 26-18t30 12q8 2 8 6t-8 6Q18 2-4 2t-26-18z"/><path fill="none" stroke="#fff" stroke-width="2.5" opacity=".7" d="M-16-24q10-7 20-5"/>',
    ),
    "carrot": (
        {"skin": "orange"},
        '<path fill="{skin}" d="M-12-60q12-8 24 0L0 0z"/><path fill="none" stroke="#5b8e5a" stroke-width="5" stroke-linecap="round" d="M0-62v-20M-2-62l-11-15M2-62l11-15"/><path stroke="#b97a26" stroke-width="2" d="M-8-44h9M-3-28h7"/>',
    ),
    "eye": (
        {"iris": "teal"},
        '<path fill="#fff" stroke="#2b2d42" stroke-width="3" d="M-40-26q40-40 80 0-40 40-80 0z"/><circle cy="-26" r="15" fill="{iris}"/><circle cy="-26" r="7" fill="#2b2d42"/>',
    ),
    "pillow": (
        {"cloth": "white"},
        '<path fill="{cloth}" stroke="#8d99ae" stroke-width="2" d="M-54-4q6-20 0-42 54 10 108 0-6 22 0 42-54-10-108 0z"/>',
    ),
    "lamp": (
        {"shade": "yellow"},
        '<path fill="{shade}" d="M-22-84h44l14 36h-72z"/><path stroke="#4a5568" stroke-width="5" d="M0-48v42"/><path fill="#4a5568" d="M-24-7h48V0h-48z"/>',
    ),
    "shoe": (
        {"cloth": "blue"},
        '<path fill="{cloth}" d="M-40-6v-32q12 6 22 0 8 16 30 20 26 2 26 12z"/><path fill="#fff" d="M-42-7h82V0h-82z"/><path stroke="#fff" stroke-width="3" d="M-14-30l-6 8M-6-24l-6 8M4-20l-5 8"/>',
    ),
    "coin": (
        {"metal": "yellow"},
        '<circle cy="-14" r="14" fill="{metal}" stroke="#b97a26" stroke-width="3"/><path fill="#b97a26" d="M-7-10l2-9 5 4 5-4 2 9z"/>',
    ),
    "cone": (
        {"ice": "pink"},
        '<circle cy="-52" r="18" fill="{ice}"/><circle cx="-2" cy="-72" r="13" fill="#f6f1e7"/><path fill="#c68e62" d="M-16-46h32L0 0z"/><path stroke="#8a5a3b" stroke-width="1.5" d="M-10-44L6-18M10-44L-6-18"/>',
    ),
    "cupwon": (
        {"metal": "yellow"},
        '<path fill="none" stroke="{metal}" stroke-width="6" d="M-24-70q-22 2-14 22 6 12 18 12M24-70q22 2 14 22-6 12-18 12"/><path fill="{metal}" d="M-26-78h52q0 44-18 50v12h14V0h-44v-16h14v-12q-18-6-18-50z"/>',
    ),
    "note": (
        {"ink": "ink"},
        '<path fill="none" stroke="{ink}" stroke-width="5" d="M-12-8v-48l32-8v46"/><ellipse cx="-19" cy="-7" rx="9" ry="7" fill="{ink}"/><ellipse cx="13" cy="-16" rx="9" ry="7" fill="{ink}"/>',
    ),
    "mike": (
        {"metal": "grey"},
        '<path stroke="#4a5568" stroke-width="5" d="M0 0v-52M-18 0h36"/><rect x="-10" y="-82" width="20" height="34" rx="10" fill="{metal}"/>',
    ),
    "book": (
        {"cover": "blue"},
        '<path fill="{cover}" d="M-46-50q24-10 46 2 22-12 46-2V-2Q22-12 0 0q-22-12-46-2z"/><path fill="#fff" d="M-40-49q20-7 38 3v40q-18-9-38-3zM40-49q-20-7-38 3v40q18-9 38-3z"/>',
    ),
    "books": (
        {"cover": "teal"},
        '<path fill="#5a4634" d="M-60-6H60V0H-60z"/><path fill="{cover}" d="M-56-60h18v54h-18z"/><path fill="#c8553d" d="M-36-70h14v64h-14z"/><path fill="#e09f3e" d="M-20-54H0v48h-20z"/><path fill="#3d6b9e" d="M2-66h16v60H2z"/><path fill="#7b5e8e" d="M22-8l16-54 14 5-15 51z"/>',
    ),
    "clock": (
        {"face": "white"},
        '<circle cy="-34" r="32" fill="{face}" stroke="#2b2d42" stroke-width="5"/><path stroke="#2b2d42" stroke-width="4" stroke-linecap="round" d="M0-34v-20M0-34l14 8"/>',
    ),
    "ear": (
        {"skin": "tan"},
        '<path fill="{skin}" d="M-18-50q0-32 26-32t26 30q0 16-14 28-8 8-8 14 0 12-14 12T-8-12z"/><path fill="none" stroke="#8a5a3b" stroke-width="4" d="M-4-52q0-18 14-18t12 18q0 10-12 14"/>',
    ),
    "camera": (
        {"paint": "ink"},
        '<path fill="{paint}" d="M-40-52h22l6-10h24l6 10h22V0h-80z"/><circle cy="-27" r="17" fill="#8d99ae"/><circle cy="-27" r="9" fill="#dff0f5"/>',
    ),
    "museum": (
        {"wall": "paper"},
        '<path fill="{wall}" d="M-70-72h140V0H-70zM-80-70L0-112l80 42z"/><path fill="#b7a98e" d="M-58-62h14V0h-14zM-28-62h14V0h-14zM14-62h14V0H14zM44-62h14V0H44zM-80-8H80V0H-80z"/>',
    ),
    "meter": (
        {"metal": "grey"},
        '<rect x="-16" y="-60" width="32" height="60" rx="5" fill="{metal}"/><path fill="#dff0f5" d="M-11-50h22v16h-22z"/><circle cy="-66" r="9" fill="#2b2d42"/><path fill="none" stroke="#c8553d" stroke-width="4" d="M22-76q10 10 0 22M32-84q18 18 0 38"/>',
    ),
    "bench": (
        {"seats": "blue"},
        '<path fill="#8d99ae" d="M-90 0l30-60H90V0z"/><g fill="{seats}"><path d="M-54-56H86v8H-58zM-64-38H86v8H-68zM-74-20H86v8H-78z"/></g>',
    ),
    "bolt": ({"light": "yellow"}, '<path fill="{light}" d="M8-80l-26 44H-2L-10 0l30-48H4z"/>'),
    "cloud": (
        {"vapour": "grey"},
        '<g fill="{vapour}"><ellipse cx="-26" cy="-14" rx="32" ry="16"/><ellipse cx="6" cy="-22" rx="28" ry="20"/><ellipse cx="34" cy="-12" rx="26" ry="14"/></g>',
    ),
    "leaves": (
        {"leaf": "green"},
        '<g fill="{leaf}"><ellipse cx="-30" cy="-12" rx="18" ry="10"/><ellipse cy="-18" rx="20" ry="12"/><ellipse cx="30" cy="-12" rx="18" ry="10"/></g>',
    ),
}
"""For each thing: what of it may be chosen and its usual choice, and its shape."""
