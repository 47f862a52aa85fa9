"""`python -m sopprint`."""

from sopprint.cli import main

if __name__ == "__main__":
    main()
