"""What a paper is made of: the data that it prints and nothing else, carried in its file, and taken back from it.

papers     a paper, by name, written from any state of a dossier
units      the values and passages that can be kept or left out, one by one
groups     units that are kept or left out together
names      the names that it cites, typed in their place
observed   which of them the writing of a paper reads
cut        the dossier that is left of some of them
siblings   what speaks of another paper of the same kind
sorting    which are printed for certain, which are only read
needed     which of the others change the paper
yaml       the pieces that are left, as YAML
source     the whole, as a value, and as the XML that a file carries
"""
