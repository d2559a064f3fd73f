"""Programs that nobody here wrote, asked for their opinion of the files that docgen makes."""
