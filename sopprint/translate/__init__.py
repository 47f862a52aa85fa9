"""Words out to translators and back: gettext PO and XLIFF files, and the record of what was translated from what."""
