"""What `structure.py` looks for in a finished file, one family of rules a module. They read; nothing is changed."""
