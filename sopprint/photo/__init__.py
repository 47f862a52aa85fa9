"""From a phone picture of a filled poster to a clean record, on the county's own machine. The only home of OpenCV.

Optional: `pip install "sopprint[photo]"`. Nothing here is imported by other commands.
"""
