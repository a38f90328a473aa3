"""Reports: what was decided, on pages that people can print, send and fight over."""
