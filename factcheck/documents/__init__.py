"""From paths to sentences: finding and reading documents, what is prose in them, where its sentences end."""
