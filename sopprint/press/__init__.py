"""From pages to sheets: booklets that fold, posters that join, with the marks to fold and cut by.

After `pdf/`: takes a finished PDF, ours or anybody's, and gives another one for paper. Plans are pure numbers.
"""
