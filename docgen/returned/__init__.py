"""A file that comes back: what it carries, what it says, who signed it, and whether it is the one that docgen made.

passages        what a file says, block by block
word, pdf       a file of each format, read
file            a file of either format, with the source that it carries
signatures      who signed a PDF, and whether it stands
comparing       the passages that differ
authentication  the verdict
extraction      the data, given back as a dossier
remaking        the paper, made again in both formats
telling         the verdict, in French and as data
inspect_word, inspect_pdf
                what is hidden, open or lost in a file of each format
inspection      what a person should know of a file that someone sends
"""
