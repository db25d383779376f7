"""Whether a PDF is what LibreOffice makes of a Word file, and no more: ``gate.verify_pdf``."""
