"""Tree to PDF: HTML by Jinja2, laid out by WeasyPrint, finished for PDF/UA-1 and PDF/A-3a."""
