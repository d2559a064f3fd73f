"""`python -m docgen`."""

from docgen.cli import main

if __name__ == "__main__":  # a process that draws for this one reads this module too
    main()
