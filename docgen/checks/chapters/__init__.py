"""The rules, chapter by chapter: what each family of codes is made of."""
