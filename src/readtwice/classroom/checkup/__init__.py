"""The doctor: is all in order that a lesson needs?"""
