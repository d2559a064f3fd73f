"""The figures of a year: what its actions were to cost, what they cost, whom they reached. Every figure has its source.

A budget comes from an annex, a spending and a public from a fiche de réalisation (or from the review's own declaration,
for an action without one); what is missing there is None here, and nothing is made up in its place.
"""
