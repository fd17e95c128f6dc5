"""A small lesson, whole: two sentences, a number, a caption by one person, exit cards."""

from __future__ import annotations

ARTICLE = """---
title: The Pond
slug: pond
language: en
notice: Invented for a test.
made_by: Ms Ida Holm
licence: CC BY 4.0
date: 2026-05-03
---

# The Pond

The pond was open every day. It was closed on Mondays. Of 200 visitors 50 were children, or 40 percent.

![Photo: Happy children swim](none)
"""
ITEMS = """- id: open-or-not
  kind: pair
  topic: when the pond is open
  sides:
    - - b02: The pond was open every day.
    - - b02: It was closed on Mondays.
  key: clash
  relation: date
  explanation: Every day and never on Mondays cannot both be.
- id: children
  kind: number
  topic: how many children
  targets: [{b02: "Of 200 visitors 50 were children, or 40 percent."}]
  computation: {ask: "What share were children?", value: "{share:n02/n01|percent0}"}
  key: not_supported
  explanation: It is a quarter.
"""
EXIT = """- id: closed
  kind: claim
  topic: a day without swimming
  targets: [{b02: It was closed on Mondays.}]
  key: supported
  explanation: It is what the text says.
  sureness: "yes"
"""
FIGURES = """id,series,entity,value,bound,unit,period,vintage,counter,publisher,tier,read,address,date,note
n01,visitors,the pond,200,exact,persons,,as printed,the article,the article,article,yes,b02,2026,
n02,children,the pond,50,exact,persons,,as printed,the article,the article,article,yes,b02,2026,
"""
READING = """made: 2026-05-03
captions:
- block: b03
  spans:
  - {quote: Happy, tag: added, reason: Nobody can see it.}
  - {quote: children swim, tag: seen, reason: A camera can.}
"""
FILES = {
    "article.md": ARTICLE,
    "items/01/solo.yaml": ITEMS.replace("key: clash", "key: no_clash").replace(
        "relation: date", "relation: different times"
    ),
    "items/01/exit.yaml": EXIT,
    "figures.csv": FIGURES,
    "captions/first_reading.yaml": READING,
}
